"""The whole site of some plans. Each part of it has its own module, so that a process imports only what it makes."""
