"""How a host serves the site: configurations for nginx and caddy, and the ``_headers`` file of hosts that read one."""

from generator.hosting.configuration import SERVERS, Asked, configuration
from generator.hosting.headers import headers_file, host_files, site_headers

__all__ = ["SERVERS", "Asked", "configuration", "headers_file", "host_files", "site_headers"]
