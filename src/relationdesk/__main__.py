"""`python -m relationdesk`."""

import sys

from relationdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
