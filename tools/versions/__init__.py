"""Try the program with other Pythons and other versions of its dependencies than the pinned ones."""
