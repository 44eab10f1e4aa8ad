#include "file/table-vocabulary.h"

#include <string.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/text.h"
#include "file/table-field.h"
#include "file/table-ids.h"

#define MOST_LISTED 8u /* ids in a message */

typedef struct
{
  MisArea *base; /* (nullable): borrowed */
  char *id;
  char *name;
  GArray *goals; /* (element-type MisGoal): new ones */
  guint n_base_goals;
  MisTableWords *words;
  MisTableIds ids; /* of goals */
} Area;

struct _MisTableVocabulary
{
  gboolean creates;
  GPtrArray *areas; /* (element-type Area) */
  guint n_base_areas;
  MisTableWords *words;
  MisTableIds ids; /* of areas */
};

static void
clear_goal (gpointer data)
{
  MisGoal *goal = data;

  g_free (goal->id);
  g_free (goal->name);
  g_free (goal->description);
}

static void
area_free (gpointer data)
{
  Area *area = data;

  g_free (area->id);
  g_free (area->name);
  g_array_unref (area->goals);
  mis_table_words_free (area->words);
  mis_table_ids_clear (&area->ids);
  g_free (area);
}

/* Takes over id and name. */
static Area *
area_new (char *id, char *name)
{
  Area *area = g_new0 (Area, 1);

  area->id = id;
  area->name = name;
  area->goals = g_array_new (FALSE, FALSE, sizeof (MisGoal));
  g_array_set_clear_func (area->goals, clear_goal);
  area->words = mis_table_words_new ();
  mis_table_ids_init (&area->ids);
  return area;
}

static Area *
area_new_from_base (MisArea *base)
{
  Area *area = area_new (g_strdup (mis_area_get_id (base)), g_strdup (mis_area_get_name (base)));

  area->base = base;
  area->n_base_goals = mis_area_get_n_goals (base);
  for (guint i = 0; i < area->n_base_goals; i++)
    {
      const MisGoal *goal = mis_area_get_goal (base, i);

      mis_table_words_add_id (area->words, goal->id, (int) i);
      mis_table_words_add_name (area->words, goal->name, (int) i);
      mis_table_ids_add (&area->ids, goal->id);
    }
  return area;
}

static void
add_area (MisTableVocabulary *self, Area *area)
{
  int index = (int) self->areas->len;

  g_ptr_array_add (self->areas, area);
  mis_table_words_add_id (self->words, area->id, index);
  mis_table_words_add_name (self->words, area->name, index);
}

MisTableVocabulary *
mis_table_vocabulary_new (MisWorld *base, gboolean creates)
{
  MisTableVocabulary *self = g_new0 (MisTableVocabulary, 1);

  self->creates = creates;
  self->areas = g_ptr_array_new_with_free_func (area_free);
  self->n_base_areas = mis_world_get_n_areas (base);
  self->words = mis_table_words_new ();
  mis_table_ids_init (&self->ids);
  for (guint i = 0; i < self->n_base_areas; i++)
    {
      MisArea *area = mis_world_get_area (base, i);

      mis_table_ids_add (&self->ids, mis_area_get_id (area));
      add_area (self, area_new_from_base (area));
    }
  return self;
}

void
mis_table_vocabulary_free (MisTableVocabulary *self)
{
  g_ptr_array_unref (self->areas);
  mis_table_words_free (self->words);
  mis_table_ids_clear (&self->ids);
  g_free (self);
}

guint
mis_table_vocabulary_get_n_areas (const MisTableVocabulary *self)
{
  return self->areas->len;
}

const char *
mis_table_vocabulary_get_area_id (const MisTableVocabulary *self, guint area)
{
  return ((const Area *) g_ptr_array_index (self->areas, area))->id;
}

static void
append_name (GString *list, guint index, guint n, const char *name)
{
  if (index < MOST_LISTED)
    g_string_append_printf (list, index == 0 ? "%s" : ", %s", name);
  else if (index == MOST_LISTED)
    g_string_append_printf (list, " and %u more", n - index);
}

static char *
list_areas (const MisTableVocabulary *self)
{
  GString *list = g_string_new (self->areas->len == 0 ? "none, as the project has no areas" : "");

  for (guint i = 0; i < self->areas->len; i++)
    append_name (list, i, self->areas->len, mis_table_vocabulary_get_area_id (self, i));
  return g_string_free (list, FALSE);
}

static char *
list_goals (const Area *area)
{
  GString *list = g_string_new (area->n_base_goals == 0 ? "none" : "");

  for (guint i = 0; i < area->n_base_goals; i++)
    {
      g_autofree char *name
        = g_strdup_printf ("\"%s\"", mis_area_get_goal (area->base, i)->name);

      append_name (list, i, area->n_base_goals, name);
    }
  return g_string_free (list, FALSE);
}

/* An area, other than @area, that has a goal of this name; %NULL if there is none. */
static const Area *
find_other_area (const MisTableVocabulary *self, const Area *area, const char *text, gsize length)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const Area *other = g_ptr_array_index (self->areas, i);

      if (other != area && mis_table_words_find (other->words, text, length) >= 0)
        return other;
    }
  return NULL;
}

static void
set_ambiguous_error (const char *text, gsize length, const char *what, GError **error)
{
  g_autofree char *found = mis_table_quote (text, length);

  g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
               "found %s, which is the name of more than one %s, expected an id", found, what);
}

/* A text of which an area or a goal can be made; %NULL with an error. */
static char *
copy_name (const char *text, gsize length, guint n, guint most, const char *what, GError **error)
{
  g_autofree char *name = g_strndup (text, length);

  if (n >= most)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
                   "found more than %u %s, expected at most as many", most, what);
      return NULL;
    }
  return mis_check_name (name, error) ? g_steal_pointer (&name) : NULL;
}

static int
create_area (MisTableVocabulary *self, const char *text, gsize length, GError **error)
{
  char *name = copy_name (text, length, self->areas->len, MIS_MAX_AREAS, "areas", error);

  if (name == NULL)
    return -1;
  add_area (self, area_new (mis_table_ids_make (&self->ids, name, "area"), name));
  return (int) self->areas->len - 1;
}

int
mis_table_vocabulary_get_area (MisTableVocabulary *self,
                               const char *text,
                               gsize length,
                               GError **error)
{
  int area = mis_table_words_find (self->words, text, length);

  if (G_LIKELY (area >= 0))
    return area;
  if (area == MIS_TABLE_WORD_AMBIGUOUS)
    set_ambiguous_error (text, length, "area", error);
  else if (self->creates)
    return create_area (self, text, length, error);
  else
    {
      g_autofree char *found = mis_table_quote (text, length);
      g_autofree char *expected = list_areas (self);

      g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                   "found %s, expected an area of the project: %s", found, expected);
    }
  return -1;
}

static int
create_goal (Area *area, const char *text, gsize length, GError **error)
{
  guint n_goals = area->n_base_goals + area->goals->len;
  MisGoal goal = { .name = copy_name (text, length, n_goals, MIS_MAX_GOALS, "goals in this area",
                                      error) };

  if (goal.name == NULL)
    return MIS_UNKNOWN;
  goal.id = mis_table_ids_make (&area->ids, goal.name, "goal");
  goal.description = g_strdup ("");
  g_array_append_val (area->goals, goal);
  mis_table_words_add_id (area->words, goal.id, (int) n_goals);
  mis_table_words_add_name (area->words, goal.name, (int) n_goals);
  return (int) n_goals;
}

static void
set_goal_error (const MisTableVocabulary *self,
                const Area *area,
                const char *text,
                gsize length,
                GError **error)
{
  g_autofree char *found = mis_table_quote (text, length);
  g_autofree char *expected = list_goals (area);
  const Area *other = find_other_area (self, area, text, length);

  if (other != NULL)
    g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                 "found %s, which is a goal of the area \"%s\", expected one of the area "
                 "\"%s\": %s",
                 found, other->id, area->id, expected);
  else
    g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                 "found %s, expected a goal of the area \"%s\": %s", found, area->id, expected);
}

int
mis_table_vocabulary_get_goal (MisTableVocabulary *self,
                               guint area,
                               const char *text,
                               gsize length,
                               GError **error)
{
  Area *own = g_ptr_array_index (self->areas, area);
  int goal = mis_table_words_find (own->words, text, length);

  if (G_LIKELY (goal >= 0))
    return goal;
  if (goal == MIS_TABLE_WORD_AMBIGUOUS)
    set_ambiguous_error (text, length, "goal of its area", error);
  else if (self->creates)
    return create_goal (own, text, length, error);
  else
    set_goal_error (self, own, text, length, error);
  return MIS_UNKNOWN;
}

MisArea *
mis_table_vocabulary_make_area (const MisTableVocabulary *self, guint area, GError **error)
{
  const Area *own = g_ptr_array_index (self->areas, area);
  guint n_goals = own->n_base_goals + own->goals->len;
  g_autofree MisGoal *goals = g_new (MisGoal, n_goals);
  const MisConflict *conflicts = NULL;
  guint n_conflicts = 0;

  if (own->base != NULL && own->goals->len == 0)
    return mis_area_ref (own->base);
  for (guint i = 0; i < n_goals; i++)
    goals[i] = i < own->n_base_goals
                 ? *mis_area_get_goal (own->base, i)
                 : g_array_index (own->goals, MisGoal, i - own->n_base_goals);
  if (own->base != NULL)
    conflicts = mis_area_get_conflicts (own->base, &n_conflicts);
  return mis_area_new (own->id, own->name,
                       own->base != NULL ? mis_area_get_description (own->base) : "", goals,
                       n_goals,
                       own->base != NULL ? mis_area_get_default_conflict (own->base) : 0.0,
                       conflicts, n_conflicts, error);
}

void
mis_table_vocabulary_count_new (const MisTableVocabulary *self, guint *n_areas, guint *n_goals)
{
  *n_areas = self->areas->len - self->n_base_areas;
  *n_goals = 0;
  for (guint i = 0; i < self->areas->len; i++)
    *n_goals += ((const Area *) g_ptr_array_index (self->areas, i))->goals->len;
}
