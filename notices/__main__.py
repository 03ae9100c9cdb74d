"""`python -m notices` is the program `notices`."""

from notices.cli import main

main()
