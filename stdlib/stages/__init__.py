"""The stage kinds, a file each. The folder is the registry: nothing lists them."""
