#include "document/cell-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/limits.h"
#include "core/local-number.h"
#include "core/text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* The most characters of a note that are said beside a cell. */
#define SHOWN_CHARS 240

#define MOST_QUOTED 40

char *
mis_cell_number_text (double value, double low, double high)
{
  g_autofree char *text = mis_exact_text (value);
  g_autofree char *low_text = NULL, *high_text = NULL;

  if (low == value && high == value)
    return g_steal_pointer (&text);
  low_text = mis_exact_text (low);
  high_text = mis_exact_text (high);
  /* Translators: a number and the ends of its range: "0.8 (0.7–0.9)"; must keep this form */
  return g_strdup_printf (TEXT ("%s (%s–%s)"), text, low_text, high_text);
}

gboolean
mis_cell_text_is_empty (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

gboolean
mis_cell_texts_are_empty (const char *const *texts, gsize n_texts)
{
  for (gsize i = 0; i < n_texts; i++)
    if (texts[i] != NULL && !mis_cell_text_is_empty (texts[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_cell_text_is_dash (const char *text)
{
  static const char *const dashes[] = { "-", "–", "—", "−" };
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (strcmp (trimmed, dashes[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
mis_cell_text_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MOST_QUOTED)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MOST_QUOTED);
  return g_strconcat (start, "…", NULL);
}

static gboolean
read_probability (const char *text, double *value)
{
  if (!mis_number_from_text (text, value) || *value < 0.0 || *value > 1.0)
    return FALSE;
  *value += 0.0; /* -0 becomes 0 */
  return TRUE;
}

/* The dash between the ends of a range, and how many bytes it takes; %NULL if there is none. The
 * hyphens before a number and in "1e-3" are no such dashes. */
static const char *
find_dash (const char *text, gsize *length)
{
  static const char *const dashes[] = { "–", "—", "−" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (text, dashes[i]);

      *length = strlen (dashes[i]);
      if (dash != NULL && dash != text)
        return dash;
    }
  *length = 1;
  for (const char *dash = strchr (text, '-'); dash != NULL; dash = strchr (dash + 1, '-'))
    if (dash != text && strchr ("eE", dash[-1]) == NULL)
      return dash;
  return NULL;
}

/* "80–90 %" means 80 % to 90 %. */
static char *
dup_low_end (const char *text, const char *dash)
{
  g_autofree char *low = g_strndup (text, (gsize)(dash - text));

  return strchr (dash, '%') != NULL && strchr (low, '%') == NULL ? g_strconcat (low, "%", NULL)
                                                                 : g_steal_pointer (&low);
}

static gboolean
read_range (const char *text, MisTypedNumber *typed)
{
  gsize length;
  const char *dash = find_dash (text, &length);
  g_autofree char *low = dash != NULL ? dup_low_end (text, dash) : NULL;

  typed->has_range = TRUE;
  return dash != NULL && read_probability (low, &typed->low) &&
         read_probability (dash + length, &typed->high);
}

/* A number and, in brackets behind it, its range. */
static gboolean
read_both (const char *text, const char *bracket, MisTypedNumber *typed)
{
  g_autofree char *value = g_strndup (text, (gsize)(bracket - text));
  const char *end = strchr (bracket, ')');
  g_autofree char *range = NULL;

  if (end == NULL || !mis_cell_text_is_empty (end + 1))
    return FALSE;
  range = g_strndup (bracket + 1, (gsize)(end - bracket - 1));
  typed->has_value = TRUE;
  return read_probability (value, &typed->value) && read_range (range, typed);
}

static gboolean
read_form (const char *text, MisTypedNumber *typed)
{
  const char *bracket = strchr (text, '(');

  *typed = (MisTypedNumber){ 0 };
  if (bracket != NULL)
    return read_both (text, bracket, typed);
  if (read_probability (text, &typed->value))
    {
      typed->has_value = TRUE;
      return TRUE;
    }
  return read_range (text, typed);
}

static char *
dup_number_reason (const char *text, const MisTypedNumber *typed, gboolean is_number)
{
  g_autofree char *quoted = mis_cell_text_quote (text);

  return g_strdup_printf (!is_number ? TEXT ("“%s” is no number from 0 to 1.")
                          : typed->low > typed->high
                              ? TEXT ("The range in “%s” ends before it begins.")
                              : TEXT ("The range in “%s” does not hold its number."),
                          quoted);
}

gboolean
mis_typed_number_read (const char *text, MisTypedNumber *typed, char **reason)
{
  gboolean is_number = g_utf8_validate (text, -1, NULL) && read_form (text, typed);

  if (is_number && (!typed->has_range || typed->low <= typed->high) &&
      (!typed->has_range || !typed->has_value ||
       (typed->value >= typed->low && typed->value <= typed->high)))
    return TRUE;
  *reason = dup_number_reason (text, typed, is_number);
  return FALSE;
}

/* Without what adding two decimal fractions leaves in the last digits. */
static double
get_middle (double low, double high)
{
  double middle = round ((low + high) * 0.5e12) / 1e12;

  return CLAMP (middle, low, high);
}

static void
apply_plain (double typed, double *value, double *low, double *high)
{
  gboolean certain = *low == *value && *high == *value;

  *low = certain ? typed : MIN (*low, typed);
  *high = certain ? typed : MAX (*high, typed);
  *value = typed;
}

void
mis_typed_number_apply (const MisTypedNumber *typed, double *value, double *low, double *high)
{
  if (!typed->has_range)
    {
      apply_plain (typed->value, value, low, high);
      return;
    }
  *low = typed->low;
  *high = typed->high;
  if (typed->has_value)
    *value = typed->value;
  else if (*value < *low || *value > *high)
    *value = get_middle (*low, *high);
}

gboolean
mis_typed_number_equal (const MisTypedNumber *a, const MisTypedNumber *b)
{
  return a->has_value == b->has_value && a->has_range == b->has_range && a->value == b->value &&
         a->low == b->low && a->high == b->high;
}

gboolean
mis_typed_count_read (const char *text, guint64 *count, char **reason)
{
  g_autofree char *most = NULL, *quoted = NULL;
  double value;

  if (mis_count_from_text (text, &value) && value >= 0.0 && value <= (double)MIS_MAX_COUNT)
    {
      *count = (guint64)value;
      return TRUE;
    }
  most = mis_count_text (MIS_MAX_COUNT);
  quoted = mis_cell_text_quote (text);
  *reason = g_strdup_printf (TEXT ("“%s” is no whole number from 0 to %s."), quoted, most);
  return FALSE;
}

/* By its label or its word in files, in any case, or a beginning that only one has. */
static gboolean
find_kind (const char *text, MisKind *kind)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (trimmed, -1);
  guint n_begin = 0;

  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (TEXT (mis_kinds[i].label), -1);
      gboolean is_it = strcmp (label, folded) == 0 || strcmp (mis_kinds[i].nick, folded) == 0;

      if (!is_it && !g_str_has_prefix (label, folded))
        continue;
      *kind = (MisKind)i;
      n_begin++;
      if (is_it)
        return TRUE;
    }
  return n_begin == 1;
}

gboolean
mis_typed_kind_read (const char *text, MisKind *kind, char **reason)
{
  g_autofree char *quoted = NULL;

  if (g_utf8_validate (text, -1, NULL) && find_kind (text, kind))
    return TRUE;
  quoted = mis_cell_text_quote (text);
  *reason =
      g_strdup_printf (TEXT ("“%s” is no kind of agent; the kinds are “%s”, “%s”, “%s” and “%s”."),
                       quoted, TEXT (mis_kinds[0].label), TEXT (mis_kinds[1].label),
                       TEXT (mis_kinds[2].label), TEXT (mis_kinds[3].label));
  return FALSE;
}

gboolean
mis_typed_name_check (const char *text, char **reason)
{
  g_autofree char *most = NULL;

  if (g_utf8_validate (text, -1, NULL) && mis_check_name (text, NULL))
    return TRUE;
  most = mis_count_text (MIS_MAX_NAME_LENGTH);
  *reason = g_strdup_printf (TEXT ("A name is one line of at most %s characters."), most);
  return FALSE;
}

/* (transfer full): so much of a text as a tooltip holds. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_CHARS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SHOWN_CHARS);
  return g_strconcat (start, "…", NULL);
}

char *
mis_cell_note_text (const char *note, const char *source)
{
  g_autofree char *words = note != NULL && *note != '\0' ? shorten (note) : NULL;
  g_autofree char *from = NULL;
  g_autofree char *line = NULL;

  if (source == NULL || *source == '\0')
    return g_steal_pointer (&words);
  from = shorten (source);
  /* Translators: where a number comes from, such as a survey */
  line = g_strdup_printf (TEXT ("Source: %s"), from);
  return words != NULL ? g_strconcat (words, "\n", line, NULL) : g_steal_pointer (&line);
}

char *
mis_cell_texts_name (const char *const *texts, gsize n_texts)
{
  gsize n_cells = 0, n_empty = 0;
  guint n;

  for (gsize i = 0; i < n_texts; i++)
    if (texts[i] != NULL)
      {
        n_cells++;
        n_empty += mis_cell_text_is_empty (texts[i]) ? 1 : 0;
      }
  n = (guint)n_cells;
  return g_strdup_printf (
      n_empty == n_cells ? g_dngettext (GETTEXT_PACKAGE, "Clear %'u Cell", "Clear %'u Cells", n)
                         : g_dngettext (GETTEXT_PACKAGE, "Paste %'u Cell", "Paste %'u Cells", n),
      n);
}
