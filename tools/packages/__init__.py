"""Builds the packages of Knotbook into dist/ and checks them: `python -m tools.packages`, see packaging/README.md."""
