#include "document/parameter-search.h"

#include <string.h>

#include "document/search-text.h"

/* Parameters that a search looks at before it gives up: a second or two of looking. */
#define MOST_LOOKS 500000u

/* What takes as long as a look at one parameter: positions that are gone through for a heading. */
#define POSITIONS_OF_A_LOOK 32u

/* Below the headings at the top, those of groups and areas, and their numbers. */
#define MOST_DEPTH 4u

/* A list that is gone through, and the place in it. */
typedef struct
{
  MisParameterModel *list;
  guint next;
} Level;

struct _MisParameterSearch
{
  MisWorld *world;
  GStrv words;
  gboolean counts;
  MisParameterModel *matches;
  guint n_looks;
  Level levels[MOST_DEPTH];
  guint depth; /* of @levels; 0 at the end */
};

/* Whether @word stands in the words for those who hold one of two goals. */
static gboolean
is_held_by (const MisParameter *parameter, const char *word)
{
  MisHolders *holders = parameter->holders;

  return holders != NULL
         && (strstr (mis_holders_get_folded (holders, parameter->g), word) != NULL
             || strstr (mis_holders_get_folded (holders, parameter->h), word) != NULL);
}

/* (transfer full): its name, and the goal that a weight is for. */
static char *
dup_searched (const MisParameter *parameter, MisWorld *world)
{
  g_autofree char *name = mis_parameter_dup_name (parameter, world);
  g_autofree char *detail = NULL;

  if (parameter->kind == MIS_PARAMETER_CONFLICT)
    return g_steal_pointer (&name);
  detail = mis_parameter_dup_detail (parameter, world);
  return g_strconcat (name, " ", detail, NULL);
}

static gboolean
is_match (MisParameterSearch *self, MisParameter *parameter)
{
  g_autofree char *text = dup_searched (parameter, self->world);
  g_autofree char *folded = mis_search_text_fold (text);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL && !is_held_by (parameter, self->words[i]))
      return FALSE;
  return TRUE;
}

/* @list: (transfer full). */
static void
push (MisParameterSearch *self, MisParameterModel *list)
{
  g_assert (self->depth < MOST_DEPTH);
  self->levels[self->depth++] = (Level) { list, 0 };
}

static void
pop (MisParameterSearch *self)
{
  g_object_unref (self->levels[--self->depth].list);
}

/* What is gone through to see what lies below a heading, in looks. */
static guint
measure_heading (const MisParameterSearch *self, const MisParameter *heading)
{
  guint n_positions = 0;

  if (heading->section == MIS_SECTION_AGENT)
    n_positions = mis_world_get_n_areas (self->world);
  else if (heading->section == MIS_SECTION_AREA)
    n_positions = mis_world_get_n_agents (self->world);
  return n_positions / POSITIONS_OF_A_LOOK;
}

/* Looks at the next one of the list at hand. Returns: how many looks it was worth. */
static guint
look_at_next (MisParameterSearch *self)
{
  Level *level = &self->levels[self->depth - 1];
  g_autoptr (MisParameter) parameter = g_list_model_get_item (G_LIST_MODEL (level->list),
                                                              level->next++);

  if (parameter->kind == MIS_PARAMETER_SECTION)
    {
      push (self, mis_parameter_model_new_children (self->world, parameter, self->counts));
      return 1 + measure_heading (self, parameter);
    }
  if (is_match (self, parameter))
    mis_parameter_model_add (self->matches, parameter);
  return 1;
}

static gboolean
has_enough (const MisParameterSearch *self)
{
  return self->n_looks >= MOST_LOOKS
         || g_list_model_get_n_items (G_LIST_MODEL (self->matches)) >= MIS_PARAMETER_MATCHES;
}

/* Goes on to a list with something left to look at. Returns: %FALSE if there is none. */
static gboolean
go_on (MisParameterSearch *self)
{
  while (self->depth > 0
         && (has_enough (self)
             || self->levels[self->depth - 1].next
                  >= g_list_model_get_n_items (
                    G_LIST_MODEL (self->levels[self->depth - 1].list))))
    pop (self);
  return self->depth > 0;
}

MisParameterSearch *
mis_parameter_search_new (MisWorld *world, const char *text, gboolean counts)
{
  MisParameterSearch *self = g_new0 (MisParameterSearch, 1);
  g_autofree char *folded = mis_search_text_fold (text);

  self->world = mis_world_ref (world);
  self->words = g_strsplit_set (folded, " \t\n", -1);
  self->counts = counts;
  self->matches = mis_parameter_model_new_list (world);
  push (self, mis_parameter_model_new (world));
  return self;
}

void
mis_parameter_search_free (MisParameterSearch *self)
{
  while (self->depth > 0)
    pop (self);
  g_object_unref (self->matches);
  g_strfreev (self->words);
  mis_world_unref (self->world);
  g_free (self);
}

gboolean
mis_parameter_search_look (MisParameterSearch *self, guint n)
{
  guint done = 0;

  while (go_on (self) && done < n)
    {
      /* Headings at the top are there without looking. */
      self->n_looks += self->depth > 1 ? 1 : 0;
      done += look_at_next (self);
    }
  return self->depth > 0;
}

MisParameterModel *
mis_parameter_search_get_matches (MisParameterSearch *self)
{
  return self->matches;
}
