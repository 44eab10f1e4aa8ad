#include "script.h"

#include <string.h>

guint
script_take (Script *script)
{
  return script->at < script->end ? *script->at++ : 0;
}

guint
script_take_below (Script *script, guint n)
{
  return n == 0 ? 0 : script_take (script) % n;
}

double
script_take_number (Script *script)
{
  guint first = script_take (script);
  double number = first / 250.0;
  gsize left = (gsize)(script->end - script->at);

  if (first > 250 && left >= sizeof number)
    {
      memcpy (&number, script->at, sizeof number);
      script->at += sizeof number;
    }
  return number;
}

guint64
script_take_count (Script *script)
{
  guint64 count = script_take (script);

  return count << script_take_below (script, 57);
}

char *
script_take_text (Script *script)
{
  gsize wanted = script_take_below (script, 16);
  gsize length = MIN (wanted, (gsize)(script->end - script->at));
  g_autofree char *bytes = g_strndup ((const char *)script->at, length);

  script->at += length;
  return g_utf8_make_valid (bytes, -1);
}
