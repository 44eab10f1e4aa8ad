/* What is said where a project names an area, a goal or an agent by an id that it has not: people
 * write names. A part of the project reader. */
#include "file/reader-private.h"

#include <string.h>

#include "file/json-text.h"
#include "file/table-contents.h"

#define MOST_LISTED 8u /* ids in a message */

/* Ids in order, and the names behind them. */
typedef struct
{
  GPtrArray *ids;
  GPtrArray *names;
} Named;

static void
named_init (Named *named)
{
  named->ids = g_ptr_array_new_with_free_func (g_free);
  named->names = g_ptr_array_new_with_free_func (g_free);
}

static void
named_clear (Named *named)
{
  g_ptr_array_unref (named->ids);
  g_ptr_array_unref (named->names);
}

static void
add (Named *named, const char *id, const char *name)
{
  g_ptr_array_add (named->ids, g_strdup (id));
  g_ptr_array_add (named->names, g_strdup (name));
}

/* (transfer full): the first ids; of those only that @name is the name of, unless it is %NULL. */
static char *
list_ids (const Named *named, const char *name, guint *n)
{
  GString *list = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < named->ids->len; i++)
    if (name == NULL || strcmp (named->names->pdata[i], name) == 0)
      if ((*n)++ < MOST_LISTED)
        g_string_append_printf (list, list->len == 0 ? "\"%s\"" : ", \"%s\"",
                                (const char *) named->ids->pdata[i]);
  if (*n > MOST_LISTED)
    g_string_append_printf (list, " and %u more", *n - MOST_LISTED);
  return g_string_free (list, FALSE);
}

static gboolean
has_id (const Named *named, const char *id)
{
  for (guint i = 0; i < named->ids->len; i++)
    if (strcmp (named->ids->pdata[i], id) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): asks for the one id that is hardly misspelt; empty if there is none. */
static char *
find_similar (const Named *named, const char *found)
{
  for (guint i = 0; i < named->ids->len; i++)
    if (mis_names_resemble (named->ids->pdata[i], found)
        || mis_names_resemble (named->names->pdata[i], found))
      return g_strdup_printf ("; did you mean \"%s\"?", (const char *) named->ids->pdata[i]);
  return g_strdup ("");
}

/* @what: "the id of an area of the project"; @otherwise: what else may stand there. */
static void
fail (MisJsonInput *input, gsize at, const Named *named, const char *what, const char *otherwise)
{
  const char *found = input->text[at] == '"' ? mis_json_read_string (input, at) : NULL;
  g_autofree char *name = g_strdup (found != NULL ? found : "");
  guint n_called, n_all;
  g_autofree char *called = list_ids (named, name, &n_called);
  g_autofree char *all = list_ids (named, NULL, &n_all);
  g_autofree char *similar = find_similar (named, name);
  g_autofree char *expected = NULL;

  if (found != NULL && n_called == 1)
    expected = g_strdup_printf ("%s%s: \"%s\" is a name; its id is %s", what, otherwise, name,
                                called);
  else if (found != NULL && n_called > 1)
    expected = g_strdup_printf ("%s%s: \"%s\" is the name of several; their ids are %s", what,
                                otherwise, name, called);
  else
    expected = g_strdup_printf ("%s%s: %s%s", what, otherwise, n_all > 0 ? all : "there is none",
                                similar);
  mis_json_fail_type (input, at, expected);
}

void
mis_reader_fail_goal (MisJsonInput *input, gsize at, const MisGoal *goals, guint n_goals)
{
  Named named;

  named_init (&named);
  for (guint i = 0; i < n_goals; i++)
    add (&named, goals[i].id, goals[i].name);
  fail (input, at, &named, "the id of a goal of the area", ", or null for no goal");
  named_clear (&named);
}

void
mis_reader_fail_area (MisProjectReader *reader, gsize at)
{
  Named named;

  named_init (&named);
  for (guint i = 0; i < reader->areas->len; i++)
    {
      const MisArea *area = g_ptr_array_index (reader->areas, i);

      add (&named, mis_area_get_id (area), mis_area_get_name (area));
    }
  fail (&reader->input, at, &named, "the id of an area of the project", "");
  named_clear (&named);
}

/* What an agent of the file is called. */
static void
add_agent (MisJsonInput *input, gsize at, Named *named)
{
  g_autoptr (GString) id = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  MisJsonWalk walk;

  if (input->text[at] != '{')
    return;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    if (input->text[walk.value] == '"')
      {
        mis_json_decode (input->text, walk.name, input->scratch);
        if (strcmp (input->scratch->str, "id") == 0)
          mis_json_decode (input->text, walk.value, id);
        else if (strcmp (input->scratch->str, "name") == 0)
          mis_json_decode (input->text, walk.value, name);
      }
  if (id->len > 0)
    add (named, id->str, name->len > 0 ? name->str : id->str);
}

gboolean
mis_reader_fail_agent (MisProjectReader *reader, gsize at)
{
  gboolean is_known = FALSE;
  MisJsonWalk walk;
  Named named;

  named_init (&named);
  mis_json_walk_init (&walk, reader->input.text, reader->agents_at);
  while (mis_json_walk_next (&walk))
    add_agent (&reader->input, walk.value, &named);
  if (reader->input.text[at] == '"')
    is_known = has_id (&named, mis_json_read_string (&reader->input, at));
  if (!is_known)
    fail (&reader->input, at, &named, "the id of a group of agents of the project", "");
  named_clear (&named);
  return !is_known;
}
