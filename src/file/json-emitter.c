#include "file/json-emitter.h"

#include <math.h>
#include <string.h>

#include "core/number.h"

void
mis_json_emitter_init (MisJsonEmitter *emitter)
{
  emitter->text = g_string_new (NULL);
  emitter->depth = 0;
}

GString *
mis_json_emitter_steal (MisJsonEmitter *emitter)
{
  g_return_val_if_fail (emitter->depth == 0, NULL);

  return g_steal_pointer (&emitter->text);
}

GBytes *
mis_json_emitter_end_file (MisJsonEmitter *emitter)
{
  GString *text = mis_json_emitter_steal (emitter);

  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

static void
append_line_break (MisJsonEmitter *emitter)
{
  g_string_append_c (emitter->text, '\n');
  for (guint i = 0; i < emitter->depth; i++)
    g_string_append (emitter->text, "  ");
}

/* What stands between the items of the innermost object or list, and before the first one. */
static void
begin_item (MisJsonEmitter *emitter)
{
  guint level = emitter->depth - 1;

  if (emitter->depth == 0)
    return;
  if (emitter->levels[level].has_items)
    g_string_append_c (emitter->text, ',');
  if (emitter->levels[level].layout == MIS_JSON_LINES)
    append_line_break (emitter);
  else if (emitter->levels[level].has_items || emitter->levels[level].opener == '{')
    g_string_append_c (emitter->text, ' ');
  emitter->levels[level].has_items = TRUE;
}

/* A value is an item of its own in a list; in an object its name has begun the item. */
static void
begin_value (MisJsonEmitter *emitter)
{
  if (emitter->depth > 0 && emitter->levels[emitter->depth - 1].opener == '[')
    begin_item (emitter);
}

void
mis_json_emitter_begin (MisJsonEmitter *emitter, char opener, MisJsonLayout layout)
{
  guint level = emitter->depth;

  g_return_if_fail (level < MIS_JSON_EMITTER_DEPTH);
  g_return_if_fail (opener == '{' || opener == '[');

  begin_value (emitter);
  if (level > 0 && emitter->levels[level - 1].layout == MIS_JSON_ONE_LINE)
    layout = MIS_JSON_ONE_LINE;
  g_string_append_c (emitter->text, opener);
  emitter->levels[level].opener = opener;
  emitter->levels[level].layout = layout;
  emitter->levels[level].has_items = FALSE;
  emitter->depth++;
}

void
mis_json_emitter_end (MisJsonEmitter *emitter)
{
  guint level = emitter->depth - 1;
  gboolean is_object;

  g_return_if_fail (emitter->depth > 0);

  is_object = emitter->levels[level].opener == '{';
  emitter->depth--;
  if (emitter->levels[level].has_items && emitter->levels[level].layout == MIS_JSON_LINES)
    append_line_break (emitter);
  else if (emitter->levels[level].has_items && is_object)
    g_string_append_c (emitter->text, ' ');
  g_string_append_c (emitter->text, is_object ? '}' : ']');
}

/* Only the quote, the backslash and control characters are escaped. */
static void
append_quoted (GString *out, const char *text)
{
  static const char letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";
  const char *plain = text;
  const char *p;

  g_string_append_c (out, '"');
  for (p = text; *p != '\0'; p++)
    {
      const char *letter;

      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        continue;
      g_string_append_len (out, plain, p - plain);
      plain = p + 1;
      for (letter = letters; *letter != '\0' && *letter != *p; letter += 2)
        ;
      if (*letter != '\0')
        g_string_append_printf (out, "\\%c", letter[1]);
      else
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
    }
  g_string_append_len (out, plain, p - plain);
  g_string_append_c (out, '"');
}

void
mis_json_emitter_key (MisJsonEmitter *emitter, const char *name)
{
  g_return_if_fail (emitter->depth > 0 && emitter->levels[emitter->depth - 1].opener == '{');

  begin_item (emitter);
  append_quoted (emitter->text, name);
  g_string_append (emitter->text, ": ");
}

void
mis_json_emitter_string (MisJsonEmitter *emitter, const char *text)
{
  begin_value (emitter);
  append_quoted (emitter->text, text);
}

void
mis_json_emitter_number (MisJsonEmitter *emitter, double number)
{
  char buffer[MIS_NUMBER_SIZE];

  begin_value (emitter);
  g_string_append (emitter->text, isfinite (number) ? mis_number_format (number, buffer) : "null");
}

void
mis_json_emitter_whole (MisJsonEmitter *emitter, guint64 number)
{
  begin_value (emitter);
  g_string_append_printf (emitter->text, "%" G_GUINT64_FORMAT, number);
}

void
mis_json_emitter_null (MisJsonEmitter *emitter)
{
  begin_value (emitter);
  g_string_append (emitter->text, "null");
}

void
mis_json_emitter_truth (MisJsonEmitter *emitter, gboolean truth)
{
  begin_value (emitter);
  g_string_append (emitter->text, truth ? "true" : "false");
}

void
mis_json_emitter_member (MisJsonEmitter *emitter, const char *name, const char *text)
{
  mis_json_emitter_key (emitter, name);
  mis_json_emitter_string (emitter, text);
}

void
mis_json_emitter_member_unless_empty (MisJsonEmitter *emitter, const char *name, const char *text)
{
  if (*text != '\0')
    mis_json_emitter_member (emitter, name, text);
}

void
mis_json_emitter_member_number (MisJsonEmitter *emitter, const char *name, double number)
{
  mis_json_emitter_key (emitter, name);
  mis_json_emitter_number (emitter, number);
}

void
mis_json_emitter_member_whole (MisJsonEmitter *emitter, const char *name, guint64 number)
{
  mis_json_emitter_key (emitter, name);
  mis_json_emitter_whole (emitter, number);
}
