#include "app/import-uses.h"

#include <glib/gi18n.h>

typedef struct
{
  MisTableUse use;
  const char *label;
} Use;

/* In the order of the menu; then numbers of each area. */
static const Use wide_uses[] = {
  { MIS_TABLE_USE_AREA, N_ ("Problem area") },      { MIS_TABLE_USE_AGENT, N_ ("Agent") },
  { MIS_TABLE_USE_NAME, N_ ("Name of the agent") }, { MIS_TABLE_USE_KIND, N_ ("Kind of agent") },
  { MIS_TABLE_USE_COUNT, N_ ("Number of agents") }, { MIS_TABLE_USE_FACT, N_ ("Fact (principal)") },
  { MIS_TABLE_USE_NOTHING, N_ ("Leave out") },
};

static const Use long_uses[] = {
  { MIS_TABLE_USE_AGENT, N_ ("Agent") },
  { MIS_TABLE_USE_AREA, N_ ("Problem area") },
  { MIS_TABLE_USE_GOAL, N_ ("Goal") },
  { MIS_TABLE_USE_WEIGHT, N_ ("Weight") },
  { MIS_TABLE_USE_LOW, N_ ("Low end of weight") },
  { MIS_TABLE_USE_HIGH, N_ ("High end of weight") },
  { MIS_TABLE_USE_NAME, N_ ("Name of the agent") },
  { MIS_TABLE_USE_KIND, N_ ("Kind of agent") },
  { MIS_TABLE_USE_COUNT, N_ ("Number of agents") },
  { MIS_TABLE_USE_FACT, N_ ("Fact (principal)") },
  { MIS_TABLE_USE_NOTHING, N_ ("Leave out") },
};

/* Of an area of the wide form; all weights come first, as few tables have ranges. */
static const Use numbers[] = {
  /* Translators: a problem area */
  { MIS_TABLE_USE_WEIGHT, N_ ("Weight of %s") },
  /* Translators: a problem area */
  { MIS_TABLE_USE_LOW, N_ ("Low end of the weight of %s") },
  /* Translators: a problem area */
  { MIS_TABLE_USE_HIGH, N_ ("High end of the weight of %s") },
};

static const Use *
get_uses (const MisTablePlan *plan, guint *n)
{
  *n = plan->is_long ? G_N_ELEMENTS (long_uses) : G_N_ELEMENTS (wide_uses);
  return plan->is_long ? long_uses : wide_uses;
}

/* Columns with numbers stay with theirs, even if it is an area no longer: then that is said. */
static gboolean
is_owner (const MisTablePlan *plan, guint column)
{
  if (plan->columns[column].use == MIS_TABLE_USE_AREA)
    return TRUE;
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].use >= MIS_TABLE_USE_WEIGHT && plan->columns[i].of == column)
      return TRUE;
  return FALSE;
}

/* (transfer full) (element-type guint): columns that numbers can be about. */
static GArray *
list_owners (const MisTablePlan *plan)
{
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->n_columns && !plan->is_long; i++)
    if (is_owner (plan, i))
      g_array_append_val (owners, i);
  return owners;
}

static void
add_numbers (const MisTablePlan *plan, const char *format, GStrvBuilder *list)
{
  g_autoptr (GArray) owners = list_owners (plan);

  for (guint i = 0; i < owners->len; i++)
    {
      const char *area = plan->labels[g_array_index (owners, guint, i)];
      g_auto (GStrv) parts = g_strsplit (_ (format), "%s", 2);
      g_autofree char *label = g_strjoinv (area, parts);

      g_strv_builder_add (list, label);
    }
}

GStrv
mis_import_uses_list (const MisTablePlan *plan, gboolean with_numbers)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  guint n;
  const Use *uses = get_uses (plan, &n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (list, _ (uses[i].label));
  for (guint i = 0; with_numbers && i < G_N_ELEMENTS (numbers); i++)
    add_numbers (plan, numbers[i].label, list);
  return g_strv_builder_end (list);
}

guint
mis_import_uses_find (const MisTablePlan *plan, const MisTablePlanColumn *column)
{
  g_autoptr (GArray) owners = list_owners (plan);
  guint n;
  const Use *uses = get_uses (plan, &n);

  for (guint i = 0; i < n; i++)
    if (uses[i].use == column->use)
      return i;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint j = 0; j < owners->len; j++, n++)
      if (numbers[i].use == column->use && g_array_index (owners, guint, j) == column->of)
        return n;
  return GTK_INVALID_LIST_POSITION;
}

MisTablePlanColumn
mis_import_uses_get (const MisTablePlan *plan, guint item)
{
  g_autoptr (GArray) owners = list_owners (plan);
  guint n;
  const Use *uses = get_uses (plan, &n);

  if (item < n)
    return (MisTablePlanColumn){ uses[item].use, 0 };
  item -= n;
  g_return_val_if_fail (item < owners->len * G_N_ELEMENTS (numbers), (MisTablePlanColumn){ 0 });
  return (MisTablePlanColumn){ numbers[item / owners->len].use,
                               g_array_index (owners, guint, item % owners->len) };
}
