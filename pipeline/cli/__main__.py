"""`python -m pipeline.cli`: the program where its command is not on the path."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
