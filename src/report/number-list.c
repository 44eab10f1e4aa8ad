#include "report/number-list.h"

#include <locale.h>
#include <string.h>

#include "core/number.h"
#include "report/number-text.h"

#define STRONG ";\n\t" /* never part of a number */

char *
mis_number_list_text (const double *numbers, guint n)
{
  const char *sign = localeconv ()->decimal_point;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char buffer[MIS_NUMBER_SIZE];
      g_auto (GStrv) parts = g_strsplit (mis_number_format (numbers[i], buffer), ".", 2);
      g_autofree char *number = g_strjoinv (sign, parts);

      g_string_append_printf (text, i == 0 ? "%s" : "; %s", number);
    }
  return g_string_free (text, FALSE);
}

/* A comma with a space behind it parts numbers; one without is a decimal sign. */
static void
part_at_commas (GString *text)
{
  for (gsize i = 0; i + 1 < text->len; i++)
    if (text->str[i] == ',' && g_ascii_isspace (text->str[i + 1]))
      text->str[i] = ';';
}

/* "50 %" is one number; "0.5  1" are two. */
static void
part_at_spaces (GString *text)
{
  for (gsize i = 0; i < text->len;)
    {
      gsize n = strspn (text->str + i, " ");

      if (n > 0 && text->str[i + n] != '%')
        text->str[i] = ';';
      i += MAX (n, 1);
    }
}

/* (transfer full): the parts of @text, trimmed; none at the end is empty. */
static GPtrArray *
part (const char *text, gboolean counting)
{
  g_autoptr (GString) marked = g_string_new (text);
  g_auto (GStrv) pieces = NULL;
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  g_strdelimit (marked->str, "\r", ' ');
  g_strstrip (marked->str);
  marked->len = strlen (marked->str);
  if (strpbrk (marked->str, STRONG) == NULL)
    {
      part_at_commas (marked);
      if (!counting && strchr (marked->str, ';') == NULL)
        part_at_spaces (marked);
    }
  pieces = g_strsplit_set (marked->str, STRONG, -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    g_ptr_array_add (parts, g_strstrip (g_strdup (pieces[i])));
  while (parts->len > 0 && *(const char *) g_ptr_array_index (parts, parts->len - 1) == '\0')
    g_ptr_array_set_size (parts, (int) parts->len - 1);
  return parts;
}

GArray *
mis_number_list_from_text (const char *text, gboolean counting, char **bad)
{
  g_autoptr (GPtrArray) parts = part (text, counting);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  *bad = NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      const char *word = g_ptr_array_index (parts, i);
      double number;

      if (!(counting ? mis_count_from_text (word, &number) : mis_number_from_text (word, &number)))
        {
          *bad = g_strdup (word);
          return NULL;
        }
      g_array_append_val (numbers, number);
    }
  if (numbers->len > 0)
    return g_steal_pointer (&numbers);
  *bad = g_strdup ("");
  return NULL;
}
