"""What a clinic says of itself and of its site: ``extra.clinic`` and ``site_url`` of mkdocs.yml, read once."""

from generator.settings.clinic import Clinic, Colors, Logo, Settings, Span
from generator.settings.language import site_language
from generator.settings.reading import read_settings, settings_of

__all__ = ["Clinic", "Colors", "Logo", "Settings", "Span", "read_settings", "settings_of", "site_language"]
