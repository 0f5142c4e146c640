/* Reads calendar files with libical and prints, for each, how many events it has and what libical says against it. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void complain(const char *file, icalcomponent *part) {
  icalproperty *one = icalcomponent_get_first_property(part, ICAL_XLICERROR_PROPERTY);
  for (; one; one = icalcomponent_get_next_property(part, ICAL_XLICERROR_PROPERTY))
    printf("%s\tfault\t%s\n", file, icalproperty_get_xlicerror(one));
  icalcomponent *inner = icalcomponent_get_first_component(part, ICAL_ANY_COMPONENT);
  for (; inner; inner = icalcomponent_get_next_component(part, ICAL_ANY_COMPONENT)) complain(file, inner);
}

static char *contents(const char *file) {
  FILE *in = fopen(file, "rb");
  if (!in || fseek(in, 0, SEEK_END)) exit(2);
  long size = ftell(in);
  char *text = calloc(size + 1, 1);
  rewind(in);
  if (!text || fread(text, 1, size, in) != (size_t)size) exit(2);
  fclose(in);
  return text;
}

int main(int count, char **files) {
  for (int at = 1; at < count; at++) {
    icalcomponent *calendar = icalparser_parse_string(contents(files[at]));
    if (!calendar) {
      printf("%s\tfault\tit can't be parsed\n", files[at]);
      continue;
    }
    if (icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) printf("%s\tfault\tit is no single calendar\n", files[at]);
    icalrestriction_check(calendar);
    complain(files[at], calendar);
    printf("%s\tevents\t%d\n", files[at], icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT));
  }
  return 0;
}
