"""`python -m relationdesk`."""

import sys

if __name__ == "__main__":
    from relationdesk.app import main  # a process that reads a file for us does not need the program

    sys.exit(main())
