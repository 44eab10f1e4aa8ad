#include "file/fault.h"

#include "file/json-emitter.h"

/* Names of the file are quoted up to so many characters. */
#define NAME_LENGTH 40

G_DEFINE_QUARK (mis-file-error-quark, mis_file_error)

/* Characters that could steer a terminal or reorder a line. */
static gboolean
is_unsafe (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || (c >= 0x200e && c <= 0x200f)
         || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *
make_safe (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *safe = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (safe, "\\u%04x", c);
      else
        g_string_append_unichar (safe, c);
    }
  return g_string_free (safe, FALSE);
}

MisFault *
mis_fault_new (MisFileError code,
               guint64 line,
               guint64 column,
               const char *place,
               const char *message)
{
  MisFault *self = g_new0 (MisFault, 1);

  self->code = code;
  self->line = line;
  self->column = column;
  self->place = make_safe (place);
  self->message = make_safe (message);
  return self;
}

MisFault *
mis_fault_new_from_error (const GError *error)
{
  MisFileError code = MIS_FILE_ERROR_IO;

  if (error->domain == MIS_FILE_ERROR)
    code = (MisFileError) error->code;
  return mis_fault_new (code, 0, 0, "", error->message);
}

void
mis_fault_set_name (MisFault *fault, const char *name)
{
  g_autofree char *safe = name != NULL ? make_safe (name) : NULL;
  gboolean is_long = safe != NULL && g_utf8_strlen (safe, -1) > NAME_LENGTH;
  g_autofree char *begin = is_long ? g_utf8_substring (safe, 0, NAME_LENGTH) : NULL;

  g_free (fault->name);
  fault->name = is_long ? g_strconcat (begin, "…", NULL) : g_steal_pointer (&safe);
}

gboolean
mis_fault_is_alike (const MisFault *a, const MisFault *b)
{
  if (a->cause != NULL || b->cause != NULL)
    return g_strcmp0 (a->cause, b->cause) == 0;
  return g_str_equal (a->place, b->place) && g_str_equal (a->message, b->message);
}

void
mis_fault_add_advice (MisFault *fault, const char *advice)
{
  g_autofree char *message = g_steal_pointer (&fault->message);
  g_autofree char *safe = make_safe (advice);

  fault->message = g_strconcat (message, safe, NULL);
}

void
mis_fault_free (MisFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->place);
  g_free (fault->name);
  g_free (fault->message);
  g_free (fault->cell);
  g_free (fault->found);
  g_clear_pointer (&fault->others, g_ptr_array_unref);
  g_free (fault);
}

const char *
mis_fault_get_kind (const MisFault *fault)
{
  switch (fault->code)
    {
    case MIS_FILE_ERROR_SYNTAX:
      return "syntax";
    case MIS_FILE_ERROR_PROJECT:
    case MIS_FILE_ERROR_VERSION:
    case MIS_FILE_ERROR_LIMIT:
      return "project";
    case MIS_FILE_ERROR_TABLE:
      return "table";
    case MIS_FILE_ERROR_IO:
    case MIS_FILE_ERROR_FULL:
    case MIS_FILE_ERROR_DENIED:
    case MIS_FILE_ERROR_CHANGED:
    default:
      return "io";
    }
}

char *
mis_fault_describe_place (const MisFault *fault)
{
  return fault->name != NULL ? g_strdup_printf ("%s (%s)", fault->place, fault->name)
                             : g_strdup (fault->place);
}

char *
mis_fault_to_text (const MisFault *fault, const char *file_name)
{
  g_autofree char *safe_name = make_safe (file_name);
  GString *text = g_string_new (safe_name);

  if (fault->line > 0)
    g_string_append_printf (text, ":%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, fault->line,
                            fault->column);
  if (*fault->place != '\0')
    g_string_append_printf (text, ": %s", fault->place);
  g_string_append_printf (text, ": %s", fault->message);
  if (fault->name != NULL)
    g_string_append_printf (text, " (in \"%s\")", fault->name);
  if (fault->cell != NULL)
    g_string_append_printf (text, " (cell %s)", fault->cell);
  return g_string_free (text, FALSE);
}

static void
emit_position (MisJsonEmitter *emitter, const char *name, const MisFault *fault, guint64 value)
{
  mis_json_emitter_key (emitter, name);
  if (fault->code == MIS_FILE_ERROR_SYNTAX && value > 0)
    mis_json_emitter_whole (emitter, value);
  else
    mis_json_emitter_null (emitter);
}

/* What stands in a JSON text as it is becomes an escape of JSON: the same name to whoever
 * reads it. */
static char *
escape_unsafe (const char *json)
{
  GString *safe = g_string_new (NULL);

  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (safe, "\\u%04x", c);
      else
        g_string_append_unichar (safe, c);
    }
  return g_string_free (safe, FALSE);
}

/* A project at fault as a whole has a place too. */
static const char *
get_place (const MisFault *fault)
{
  gboolean is_whole = *fault->place == '\0'
                      && g_str_equal (mis_fault_get_kind (fault), "project");

  return is_whole ? "(project)" : fault->place;
}

char *
mis_fault_to_json (const MisFault *fault, const char *file_name)
{
  g_autofree char *valid_name = g_utf8_make_valid (file_name, -1);
  g_autofree char *json = NULL;
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_member (&emitter, "file", valid_name);
  mis_json_emitter_member (&emitter, "kind", mis_fault_get_kind (fault));
  emit_position (&emitter, "line", fault, fault->line);
  emit_position (&emitter, "column", fault, fault->column);
  mis_json_emitter_member (&emitter, "place", get_place (fault));
  mis_json_emitter_member (&emitter, "message", fault->message);
  mis_json_emitter_end (&emitter);
  json = g_string_free (mis_json_emitter_steal (&emitter), FALSE);
  return escape_unsafe (json);
}

void
mis_fault_set_error (const MisFault *fault, const char *file_name, GError **error)
{
  g_autofree char *text = mis_fault_to_text (fault, file_name);

  g_set_error_literal (error, MIS_FILE_ERROR, (int) fault->code, text);
}
