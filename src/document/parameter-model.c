#include "document/parameter-model.h"

#include <string.h>

#include "document/search-text.h"

/* Parameters that a search looks at before it gives up: a second or two of looking. */
#define MATCH_LOOKS 500000u

/* Lists one section; what @items holds instead is listed as it is. */
struct _MisParameterModel
{
  GObject parent_instance;

  MisWorld *world;
  MisParameterSection section;
  gboolean counts;
  guint index;         /* of the agent or area whose section this is */
  guint n_items;
  MisHolders *holders; /* for the pairs of goals of an area */
  GArray *areas;       /* of guint: where the agent has a weight that matters */
  GPtrArray *items;    /* of MisParameter, for lists that are made at once */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MisParameterModel,
                               mis_parameter_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MIS_TYPE_PARAMETER;
}

static guint
get_n_items (GListModel *model)
{
  MisParameterModel *self = MIS_PARAMETER_MODEL (model);

  return self->items != NULL ? self->items->len : self->n_items;
}

/* Pair @index of goals 0..k-1 in the order (0,1), (0,2)... (1,2)...: g and h. */
static void
get_pair (guint64 index, guint64 k, int *g, int *h)
{
  guint64 row = 0, left = index;

  while (left >= k - 1 - row)
    {
      left -= k - 1 - row;
      row++;
    }
  *g = (int) row;
  *h = (int) (row + 1 + left);
}

/* An area's conflicts: all at once, then each pair; one pair alone needs no "all at once". */
static MisParameter *
get_conflict_parameter (MisParameterModel *self, guint position)
{
  const MisArea *area = mis_world_get_area (self->world, self->index);
  guint k = mis_area_get_n_goals (area);
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);
  guint64 n_pairs = (guint64) k * (k - (k > 0 ? 1 : 0)) / 2;
  guint n_head = n_pairs > 1 ? 1 : 0;
  int g, h;

  if (position < n_head)
    return mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, self->index, 0, 0);
  if (position - n_head < n_pairs)
    {
      get_pair (position - n_head, k, &g, &h);
      return mis_parameter_new_conflict (self->index, g, h, self->holders);
    }
  /* Behind them what is set for "no goal", which is listed first. */
  return mis_parameter_new_conflict (self->index, MIS_NO_GOAL,
                                     conflicts[position - n_head - n_pairs].h, self->holders);
}

static gpointer
get_item (GListModel *model, guint position)
{
  MisParameterModel *self = MIS_PARAMETER_MODEL (model);

  if (position >= get_n_items (model))
    return NULL;
  if (self->items != NULL)
    return g_object_ref (g_ptr_array_index (self->items, position));
  switch (self->section)
    {
    case MIS_SECTION_POPULATION:
      if (position == 0)
        return mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0);
      return mis_parameter_new (self->counts ? MIS_PARAMETER_COUNT : MIS_PARAMETER_SHARE, position - 1, 0, 0,
                            0);
    case MIS_SECTION_WEIGHTS:
      return mis_parameter_new_section (MIS_SECTION_AGENT, position);
    case MIS_SECTION_CONFLICTS:
      return mis_parameter_new_section (MIS_SECTION_AREA, position);
    case MIS_SECTION_AGENT:
      return mis_parameter_new (MIS_PARAMETER_WEIGHT, self->index,
                            g_array_index (self->areas, guint, position), 0, 0);
    case MIS_SECTION_AREA:
      return get_conflict_parameter (self, position);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mis_parameter_model_finalize (GObject *object)
{
  MisParameterModel *self = MIS_PARAMETER_MODEL (object);

  g_clear_pointer (&self->world, mis_world_unref);
  g_clear_pointer (&self->holders, mis_holders_unref);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (mis_parameter_model_parent_class)->finalize (object);
}

static void
mis_parameter_model_class_init (MisParameterModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_parameter_model_finalize;
}

static void
mis_parameter_model_init (MisParameterModel *self)
{
}

static MisParameterModel *
new_with_items (MisWorld *world)
{
  MisParameterModel *self = g_object_new (MIS_TYPE_PARAMETER_MODEL, NULL);

  self->world = mis_world_ref (world);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

MisParameterModel *
mis_parameter_model_new (MisWorld *world)
{
  MisParameterModel *self = new_with_items (world);
  gboolean has_agents = mis_world_get_n_agents (world) > 0;
  gboolean has_areas = mis_world_get_n_areas (world) > 0;

  if (has_agents)
    g_ptr_array_add (self->items, mis_parameter_new_section (MIS_SECTION_POPULATION, 0));
  if (has_agents && has_areas)
    g_ptr_array_add (self->items, mis_parameter_new_section (MIS_SECTION_WEIGHTS, 0));
  if (has_areas)
    g_ptr_array_add (self->items, mis_parameter_new_section (MIS_SECTION_CONFLICTS, 0));
  return self;
}

/* Whether the weight of "no goal" says anything: only where a conflict with it is set. */
static gboolean
null_matters (const MisArea *area)
{
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);

  return n_conflicts > 0 && conflicts[0].g == MIS_NO_GOAL;
}

static GArray *
list_weights (MisWorld *world, guint agent)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      int goal = mis_world_get_position (world, agent, i).goal;

      if (goal >= 0 || (goal == MIS_NO_GOAL && null_matters (mis_world_get_area (world, i))))
        g_array_append_val (areas, i);
    }
  return areas;
}

static guint
count_conflicts (const MisArea *area)
{
  guint k = mis_area_get_n_goals (area);
  guint n_conflicts, n_null = 0;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);
  guint n_pairs = k < 2 ? 0 : (guint) ((guint64) k * (k - 1) / 2);

  while (n_null < n_conflicts && conflicts[n_null].g == MIS_NO_GOAL)
    n_null++;
  return n_pairs + (n_pairs > 1 ? 1 : 0) + n_null;
}

MisParameterModel *
mis_parameter_model_new_children (MisWorld *world, MisParameter *parameter, gboolean counts)
{
  MisParameterModel *self;

  if (parameter->kind != MIS_PARAMETER_SECTION)
    return NULL;
  self = g_object_new (MIS_TYPE_PARAMETER_MODEL, NULL);
  self->world = mis_world_ref (world);
  self->section = parameter->section;
  self->counts = counts;
  switch (parameter->section)
    {
    case MIS_SECTION_POPULATION:
      self->n_items = mis_world_get_n_agents (world) + 1;
      break;
    case MIS_SECTION_WEIGHTS:
      self->n_items = mis_world_get_n_agents (world);
      break;
    case MIS_SECTION_CONFLICTS:
      self->n_items = mis_world_get_n_areas (world);
      break;
    case MIS_SECTION_AGENT:
      self->index = parameter->agent;
      self->areas = list_weights (world, parameter->agent);
      self->n_items = self->areas->len;
      break;
    case MIS_SECTION_AREA:
      self->index = parameter->area;
      self->holders = mis_holders_new (world, parameter->area);
      self->n_items = count_conflicts (mis_world_get_area (world, parameter->area));
      break;
    default:
      g_return_val_if_reached (NULL);
    }
  return self;
}

typedef struct
{
  MisWorld *world;
  GPtrArray *items;
  GStrv words;
  gboolean counts;
  guint n_looks;
} Search;

/* Whether @word stands in the words for those who hold one of two goals. */
static gboolean
is_held_by (const MisParameter *parameter, const char *word)
{
  MisHolders *holders = parameter->holders;

  return holders != NULL && (strstr (mis_holders_get_folded (holders, parameter->g), word) != NULL
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
matches (Search *search, MisParameter *parameter)
{
  g_autofree char *text = dup_searched (parameter, search->world);
  g_autofree char *folded = mis_search_text_fold (text);

  for (guint i = 0; search->words[i] != NULL; i++)
    if (strstr (folded, search->words[i]) == NULL && !is_held_by (parameter, search->words[i]))
      return FALSE;
  return TRUE;
}

/* Goes through what is below @section, as deep as it goes; stops when there is enough. */
static void
search_section (Search *search, MisParameter *section)
{
  g_autoptr (MisParameterModel) children = mis_parameter_model_new_children (search->world, section,
                                                                      search->counts);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (children));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (MisParameter) parameter = g_list_model_get_item (G_LIST_MODEL (children), i);

      if (search->items->len >= MIS_PARAMETER_MATCHES || search->n_looks++ >= MATCH_LOOKS)
        return;
      if (parameter->kind == MIS_PARAMETER_SECTION)
        {
          search_section (search, parameter);
          continue;
        }
      if (matches (search, parameter))
        g_ptr_array_add (search->items, g_steal_pointer (&parameter));
    }
}

MisParameterModel *
mis_parameter_model_new_matches (MisWorld *world, const char *text, gboolean counts)
{
  MisParameterModel *self = new_with_items (world);
  g_autoptr (MisParameterModel) sections = mis_parameter_model_new (world);
  g_autofree char *folded = mis_search_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  Search search = { world, self->items, words, counts, 0 };

  for (guint i = 0; i < sections->items->len; i++)
    search_section (&search, g_ptr_array_index (sections->items, i));
  return self;
}
