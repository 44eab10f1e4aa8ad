#include "file/json-gate.h"

#include <string.h>

#include "file/json-keys.h"
#include "file/json-scan.h"
#include "file/json-slip.h"
#include "file/json-text.h"

/* What may come next. */
typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_NAME,
  WANT_NAME_OR_END,
  WANT_COLON,
  WANT_COMMA_OR_END,
  WANT_NOTHING,
} Want;

typedef struct
{
  MisJsonScan scan;
  MisJsonKeys *keys;
  MisJsonOutline *outline;
  Want want;
  guint max_depth;
  guint depth;
  char openers[MIS_JSON_MAX_DEPTH];
  gsize opened_at[MIS_JSON_MAX_DEPTH];
  guint first_names[MIS_JSON_MAX_DEPTH];
} Gate;

static char
innermost (const Gate *gate)
{
  return gate->depth > 0 ? gate->openers[gate->depth - 1] : '\0';
}

static MisJsonWanted
get_wanted (Want want)
{
  switch (want)
    {
    case WANT_VALUE:
    case WANT_VALUE_OR_END:
      return MIS_JSON_WANTED_VALUE;
    case WANT_NAME:
    case WANT_NAME_OR_END:
      return MIS_JSON_WANTED_NAME;
    case WANT_COMMA_OR_END:
      return MIS_JSON_WANTED_COMMA;
    case WANT_COLON:
    case WANT_NOTHING:
    default:
      return MIS_JSON_WANTED_OTHER;
    }
}

/* What was expected, and which slip that may come from. */
static gboolean
fail_with_slip (Gate *gate, const char *expected)
{
  MisJsonSlip slip = { .text = gate->scan.text,
                       .length = gate->scan.length,
                       .at = gate->scan.at,
                       .wanted = get_wanted (gate->want),
                       .opener = innermost (gate),
                       .opened_at = gate->depth > 0 ? gate->opened_at[gate->depth - 1] : 0 };
  g_autofree char *described = mis_json_slip_describe (&slip);
  g_autofree char *text = g_strconcat (expected, described, NULL);

  return mis_json_scan_fail (&gate->scan, gate->scan.at, text);
}

static gboolean
fail_unexpected (Gate *gate)
{
  static const char *const expected[] = {
    [WANT_VALUE] = "a value",
    [WANT_VALUE_OR_END] = "a value or \"]\"",
    [WANT_NAME] = "the name of a member in double quotes",
    [WANT_NAME_OR_END] = "the name of a member in double quotes, or \"}\"",
    [WANT_COLON] = "\":\"",
    [WANT_NOTHING] = "nothing behind the end of the value",
  };

  if (gate->want != WANT_COMMA_OR_END)
    return fail_with_slip (gate, expected[gate->want]);
  return fail_with_slip (gate, innermost (gate) == '{' ? "\",\" or \"}\"" : "\",\" or \"]\"");
}

static void
end_value (Gate *gate)
{
  gate->want = gate->depth == 0 ? WANT_NOTHING : WANT_COMMA_OR_END;
}

static gboolean
open_container (Gate *gate, char opener)
{
  if (gate->depth == gate->max_depth)
    {
      g_autofree char *message
        = g_strdup_printf ("found more than %u objects and lists inside each other, expected at "
                           "most as many",
                           gate->max_depth);

      mis_json_scan_note (&gate->scan, gate->scan.at, message);
      return FALSE;
    }
  gate->openers[gate->depth] = opener;
  gate->opened_at[gate->depth] = gate->scan.at;
  gate->first_names[gate->depth] = mis_json_keys_get_length (gate->keys);
  gate->depth++;
  gate->scan.at++;
  gate->want = opener == '{' ? WANT_NAME_OR_END : WANT_VALUE_OR_END;
  return TRUE;
}

static void
note_duplicate (Gate *gate, gsize at)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *message = NULL;

  mis_json_decode (gate->scan.text, at, name);
  message = g_strdup_printf ("found the member \"%.*s\" a second time, expected it once",
                             (int) MIN (name->len, 100), name->str);
  mis_json_scan_note (&gate->scan, at, message);
}

static gboolean
close_container (Gate *gate)
{
  gsize duplicate;

  gate->depth--;
  gate->scan.at++;
  if (gate->openers[gate->depth] == '{'
      && mis_json_keys_close (gate->keys, gate->first_names[gate->depth], &duplicate))
    note_duplicate (gate, duplicate);
  end_value (gate);
  return TRUE;
}

/* Writes down where a member of the root lies. */
static void
outline_name (Gate *gate, gsize at)
{
  MisJsonOutline *outline = gate->outline;

  if (gate->depth == 1 && outline->n_members < MIS_JSON_OUTLINE_MEMBERS)
    {
      outline->members[outline->n_members] = (MisJsonMember) { .name = at };
      outline->n_members++;
    }
}

static void
outline_value (Gate *gate)
{
  MisJsonOutline *outline = gate->outline;
  MisJsonMember *member;

  if (gate->depth == 0)
    outline->root = gate->scan.at;
  if (gate->depth == 0 || outline->n_members == 0 || gate->openers[0] != '{')
    return;
  member = &outline->members[outline->n_members - 1];
  if (gate->depth == 1)
    member->value = member->value == 0 ? gate->scan.at : member->value;
  else if (gate->depth == 2 && gate->openers[1] == '[')
    member->n_elements++;
}

static gboolean
read_name (Gate *gate)
{
  gsize at = gate->scan.at;
  guint n_names = mis_json_keys_get_length (gate->keys) - gate->first_names[gate->depth - 1];
  gboolean has_escapes;

  if (n_names == MIS_JSON_MAX_MEMBERS)
    {
      g_autofree char *message
        = g_strdup_printf ("found more than %u members in an object, expected at most as many",
                           MIS_JSON_MAX_MEMBERS);

      mis_json_scan_note (&gate->scan, at, message);
      return FALSE;
    }
  if (!mis_json_scan_string (&gate->scan, &has_escapes))
    return FALSE;
  mis_json_keys_push (gate->keys, at, gate->scan.at, has_escapes);
  outline_name (gate, at);
  gate->want = WANT_COLON;
  return TRUE;
}

static gboolean
read_value (Gate *gate)
{
  char c = gate->scan.text[gate->scan.at];
  gboolean has_escapes;
  gboolean valid;

  outline_value (gate);
  if (c == '{' || c == '[')
    return open_container (gate, c);
  if (c == '"')
    valid = mis_json_scan_string (&gate->scan, &has_escapes);
  else if (c == '-' || g_ascii_isdigit (c))
    valid = mis_json_scan_number (&gate->scan);
  else
    {
      valid = mis_json_scan_word (&gate->scan);
      if (!valid)
        return fail_unexpected (gate);
    }
  end_value (gate);
  return valid;
}

/* One token; scan.at is at its first byte. */
static gboolean
step (Gate *gate)
{
  char c = gate->scan.text[gate->scan.at];

  switch (gate->want)
    {
    case WANT_NAME_OR_END:
    case WANT_NAME:
      if (c == '}' && gate->want == WANT_NAME_OR_END)
        return close_container (gate);
      return c == '"' ? read_name (gate) : fail_unexpected (gate);
    case WANT_COLON:
      if (c != ':')
        return fail_unexpected (gate);
      gate->scan.at++;
      gate->want = WANT_VALUE;
      return TRUE;
    case WANT_COMMA_OR_END:
      if (c == (innermost (gate) == '{' ? '}' : ']'))
        return close_container (gate);
      if (c != ',')
        return fail_unexpected (gate);
      gate->scan.at++;
      gate->want = innermost (gate) == '{' ? WANT_NAME : WANT_VALUE;
      return TRUE;
    case WANT_VALUE_OR_END:
    case WANT_VALUE:
      if (c == ']' && gate->want == WANT_VALUE_OR_END)
        return close_container (gate);
      return read_value (gate);
    case WANT_NOTHING:
    default:
      return fail_unexpected (gate);
    }
}

static void
run (Gate *gate)
{
  for (;;)
    {
      mis_json_scan_space (&gate->scan);
      if (gate->scan.at == gate->scan.length)
        {
          if (gate->want != WANT_NOTHING)
            fail_unexpected (gate);
          return;
        }
      if (!step (gate))
        return;
    }
}

/* UTF-16 begins with a mark of its own, or has a zero byte in its first character. */
static gboolean
looks_like_utf16 (const char *text, gsize length)
{
  if (length < 2)
    return FALSE;
  if (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0)
    return TRUE;
  return length >= 4 && length % 2 == 0 && (text[0] == '\0') != (text[1] == '\0');
}

/* Faults that concern the text as a whole. */
static MisFault *
check_whole (const char *text, gsize length)
{
  if (length > MIS_JSON_MAX_SIZE)
    return mis_fault_new (MIS_FILE_ERROR_LIMIT, 0, 0, "",
                          "found more than 256 MiB, expected at most as much");
  if (looks_like_utf16 (text, length))
    return mis_fault_new (MIS_FILE_ERROR_SYNTAX, 1, 1, "",
                          "found UTF-16 text, expected UTF-8: save the file as UTF-8");
  return NULL;
}

gboolean
mis_json_gate (const char *text,
               gsize length,
               guint max_depth,
               MisJsonOutline *outline,
               MisFault **fault)
{
  g_autoptr (MisJsonKeys) keys = mis_json_keys_new (text);
  MisJsonOutline unused;
  Gate gate = {
    .keys = keys,
    .outline = outline != NULL ? outline : &unused,
    .max_depth = max_depth,
  };

  g_return_val_if_fail (max_depth <= MIS_JSON_MAX_DEPTH, FALSE);

  *gate.outline = (MisJsonOutline) { 0 };
  *fault = check_whole (text, length);
  if (*fault != NULL)
    return FALSE;

  mis_json_scan_init (&gate.scan, text, length);
  run (&gate);
  *fault = mis_json_scan_end (&gate.scan);
  return *fault == NULL;
}
