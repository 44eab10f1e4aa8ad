#include "file/table-profile.h"

#include <string.h>

#include "file/table-field.h"
#include "file/table-words.h"

/* What is needed while the rows are read. */
typedef struct
{
  MisTableScan scan;
  MisTableProfile *profile;
  MisTableWords **words; /* for each column: index into its words */
  guint64 n_commas;      /* numbers with a decimal comma, and with a point */
  guint64 n_points;
} Reading;

static void
clear_word (gpointer data)
{
  g_free (((MisTableWord *)data)->text);
}

static void
begin (Reading *reading)
{
  MisTableProfile *profile = reading->profile;

  profile->n_columns = reading->scan.n_fields;
  profile->columns = g_new0 (MisTableColumn, profile->n_columns);
  reading->words = g_new0 (MisTableWords *, profile->n_columns);
  for (guint i = 0; i < profile->n_columns; i++)
    {
      const MisTableField *field = &reading->scan.fields[i];
      MisTableColumn *column = &profile->columns[i];

      /* Questions have more than one line now and then. */
      column->label = g_strdelimit (g_strndup (field->text, field->length), "\n\r\t", ' ');
      column->words = g_array_new (FALSE, FALSE, sizeof (MisTableWord));
      g_array_set_clear_func (column->words, clear_word);
      column->is_distinct = TRUE;
      reading->words[i] = mis_table_words_new ();
    }
}

static const char *
find_decimal_sign (const MisTableField *field)
{
  for (guint i = 0; i < field->length; i++)
    if (field->text[i] == '.' || field->text[i] == ',')
      return &field->text[i];
  return NULL;
}

static void
look_for_number (Reading *reading, MisTableColumn *column, const MisTableField *field)
{
  double number;
  const char *sign;

  if (!mis_table_field_parse_number (field, TRUE, &number))
    return;
  column->n_numbers++;
  sign = find_decimal_sign (field);
  if (sign == NULL)
    return;
  column->n_fractions++;
  reading->n_commas += *sign == ',' ? 1 : 0;
  reading->n_points += *sign == '.' ? 1 : 0;
}

/* Words are kept as long as they are few, or all are different. */
static void
add_cell (Reading *reading, guint index, const MisTableField *field)
{
  MisTableColumn *column = &reading->profile->columns[index];
  MisTableWord word = { NULL, 1 };
  int found;

  if (field->length == 0)
    {
      column->n_empty++;
      return;
    }
  column->n_filled++;
  look_for_number (reading, column, field);
  found = mis_table_words_find (reading->words[index], field->text, field->length);
  if (found >= 0)
    {
      column->is_distinct = FALSE;
      if ((guint)found < column->words->len)
        g_array_index (column->words, MisTableWord, found).n++;
      return;
    }
  if (column->words->len >= MIS_TABLE_MOST_WORDS && !column->is_distinct)
    return;
  word.text = g_strndup (field->text, field->length);
  mis_table_words_add_id (reading->words[index], word.text, (int)column->words->len);
  g_array_append_val (column->words, word);
}

static char *
take_cell (const MisTableScan *scan, guint i)
{
  return i < scan->n_fields ? g_strndup (scan->fields[i].text, scan->fields[i].length)
                            : g_strdup ("");
}

static void
add_row (Reading *reading)
{
  MisTableProfile *profile = reading->profile;

  profile->n_rows++;
  for (guint i = 0; i < MIN (profile->n_columns, reading->scan.n_fields); i++)
    add_cell (reading, i, &reading->scan.fields[i]);
  if (profile->shown->len < MIS_TABLE_MOST_SHOWN)
    {
      char **cells = g_new0 (char *, profile->n_columns + 1);

      for (guint i = 0; i < profile->n_columns; i++)
        cells[i] = take_cell (&reading->scan, i);
      g_ptr_array_add (profile->shown, cells);
    }
}

/* While all words were different, more of them were kept than anybody needs. */
static void
end (Reading *reading)
{
  MisTableProfile *profile = reading->profile;

  for (guint i = 0; i < profile->n_columns; i++)
    {
      GArray *words = profile->columns[i].words;

      g_clear_pointer (&reading->words[i], mis_table_words_free);
      if (words->len > MIS_TABLE_MOST_WORDS)
        g_array_set_size (words, MIS_TABLE_MOST_WORDS);
    }
  g_free (reading->words);
  profile->comma = reading->n_commas > reading->n_points;
}

MisTableProfile *
mis_table_profile_new (const char *text,
                       gsize length,
                       char separator,
                       GHashTable *left_out,
                       const gint *stop,
                       MisFault **fault)
{
  Reading reading = { .profile = g_new0 (MisTableProfile, 1) };
  MisTableProfile *profile = reading.profile;

  g_return_val_if_fail (fault != NULL, NULL);

  profile->separator = separator != '\0' ? separator : mis_table_sniff_separator (text, length);
  profile->shown = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  mis_table_scan_init_memory (&reading.scan, text, length);
  mis_table_scan_set_separator (&reading.scan, profile->separator);
  if (!mis_table_scan_header (&reading.scan))
    {
      mis_table_profile_free (profile);
      *fault = mis_table_scan_end (&reading.scan);
      return NULL;
    }
  begin (&reading);
  while ((stop == NULL || !g_atomic_int_get (stop)) && mis_table_scan_next (&reading.scan))
    if (left_out == NULL || !g_hash_table_contains (left_out, &reading.scan.line))
      add_row (&reading);
  end (&reading);
  mis_fault_free (mis_table_scan_end (&reading.scan));
  return profile;
}

void
mis_table_profile_free (MisTableProfile *profile)
{
  for (guint i = 0; i < profile->n_columns; i++)
    {
      g_free (profile->columns[i].label);
      g_array_unref (profile->columns[i].words);
    }
  g_free (profile->columns);
  g_ptr_array_unref (profile->shown);
  g_free (profile);
}

char *
mis_table_fold_word (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit (lower, "\xe2\x80\x99", -1);

  return g_strstrip (g_strjoinv ("'", parts));
}
