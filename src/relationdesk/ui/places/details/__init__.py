"""My details: whose the desk is, for letterheads and signatures."""
