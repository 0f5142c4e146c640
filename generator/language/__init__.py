"""The language of the site: each word that a reader meets is asked here in American English and comes in the site's.

``_("Rest day")`` returns a text in the language that is spoken, ``ngettext("{n} run", "{n} runs", n)`` the form for a
number, ``pgettext("of a dose", "light")`` a text that means something else elsewhere. Values are put in afterwards, by
name: ``_("{lift} after the run").format(lift=...)``, so that a translation may order them otherwise. Numbers, dates and
lists are written as the language writes them. Outside of ``speaking`` it is English, word for word what stands in the
code.
"""

from generator.language.voice import (
    N_,
    SOURCE,
    LanguageUnknown,
    N_ngettext,
    N_pgettext,
    _,
    languages,
    ngettext,
    pgettext,
    remembered,
    speaking,
    speech,
    spoken,
    spoken_tag,
)
from generator.language.written import (
    date_range,
    date_text,
    joined,
    lower_first,
    month_name,
    number,
    short_date,
    upper_first,
    weekday_letters,
    weekday_name,
)

__all__ = [
    "N_",
    "SOURCE",
    "LanguageUnknown",
    "N_ngettext",
    "N_pgettext",
    "_",
    "date_range",
    "date_text",
    "joined",
    "languages",
    "lower_first",
    "month_name",
    "ngettext",
    "number",
    "pgettext",
    "remembered",
    "short_date",
    "speaking",
    "speech",
    "spoken",
    "spoken_tag",
    "upper_first",
    "weekday_letters",
    "weekday_name",
]
