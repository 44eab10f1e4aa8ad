#include "document/parameter-model.h"

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

guint
mis_parameter_model_find_conflict (const MisWorld *world, guint area_index, int g, int h)
{
  const MisArea *area = mis_world_get_area (world, area_index);
  guint64 k = mis_area_get_n_goals (area), first = (guint64) MAX (g, 0);
  guint64 n_pairs = k < 2 ? 0 : k * (k - 1) / 2;
  guint64 n_head = n_pairs > 1 ? 1 : 0;
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);

  if (g >= 0 && g < h && (guint64) h < k)
    return (guint) (n_head + first * k - first * (first + 1) / 2 + (guint64) (h - g) - 1);
  for (guint i = 0; g == MIS_NO_GOAL && i < n_conflicts && conflicts[i].g == g; i++)
    if (conflicts[i].h == h)
      return (guint) (n_head + n_pairs + i);
  return G_MAXUINT;
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
        return mis_parameter_new_population (!self->counts);
      return mis_parameter_new (self->counts ? MIS_PARAMETER_COUNT : MIS_PARAMETER_SHARE,
                                position - 1, 0, 0, 0);
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

MisParameterModel *
mis_parameter_model_new_list (MisWorld *world)
{
  MisParameterModel *self = g_object_new (MIS_TYPE_PARAMETER_MODEL, NULL);

  self->world = mis_world_ref (world);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
mis_parameter_model_add (MisParameterModel *self, MisParameter *parameter)
{
  g_return_if_fail (self->items != NULL);

  g_ptr_array_add (self->items, g_object_ref (parameter));
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
}

MisParameterModel *
mis_parameter_model_new (MisWorld *world)
{
  MisParameterModel *self = mis_parameter_model_new_list (world);
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
