#include "file/analysis-way.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

const MisChoice mis_ways[] = {
  [MIS_WAY_KIND] = { "kind", N_("Kinds") },
  [MIS_WAY_PRINCIPAL] = { "principal", N_("Principals") },
  [MIS_WAY_GROUP] = { "group", N_("Groups") },
  { NULL, NULL },
};

static MisPartition *(*const partitions[]) (const MisWorld *) = {
  [MIS_WAY_KIND] = mis_partition_new_by_kind,
  [MIS_WAY_PRINCIPAL] = mis_partition_new_by_principal,
  [MIS_WAY_GROUP] = mis_partition_new_by_agent,
};

/* Whole sentences, with what the way is called. */
static const char *const one_part[] = {
  [MIS_WAY_KIND] = N_("All agents are of one kind, so kinds are not listed."),
  [MIS_WAY_PRINCIPAL] = N_("All agents have the same principal, or none, so principals are not "
                           "listed."),
};

static const char *const same_parts[] = {
  [MIS_WAY_KIND] = N_("Kinds divide the agents just as a list that is shown does, so they are not "
                      "listed."),
  [MIS_WAY_PRINCIPAL] = N_("Each group has a principal of its own, so principals are not listed."),
};

MisPartition *
mis_way_new_partition (MisWay way, const MisWorld *world)
{
  return partitions[way](world);
}

const char *
mis_way_get_name (MisWay way, const MisWorld *world, const MisPartition *partition, guint part)
{
  const char *name = partition->names[part];

  if (way == MIS_WAY_GROUP)
    return mis_world_get_agent (world, part)->name;
  if (way == MIS_WAY_KIND)
    return _(mis_kinds[mis_choice_from_nick (mis_kinds, name)].label);
  return *name != '\0' ? name : _("(no principal)");
}

const char *
mis_way_get_plain_name (MisWay way,
                        const MisWorld *world,
                        const MisPartition *partition,
                        guint part)
{
  return way == MIS_WAY_GROUP ? mis_world_get_agent (world, part)->name : partition->names[part];
}

guint64 *
mis_way_count_agents (const MisWorld *world, const MisPartition *partition)
{
  guint64 *counts = g_new0 (guint64, partition->n_groups);

  for (guint i = 0; i < partition->n_rows; i++)
    if (partition->labels[i] != MIS_NO_LABEL)
      counts[partition->labels[i]] += mis_world_get_agent (world, i)->count;
  return counts;
}

guint
mis_way_count_areas (const MisBetween *between, guint x, guint y)
{
  guint n = 0;

  for (guint area = 0; area < between->n_areas; area++)
    n += isnan (mis_between_get (between, area, x, y)) ? 0 : 1;
  return n;
}

gboolean
mis_way_has_fellows (const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (mis_world_get_agent (world, i)->count > 1)
      return TRUE;
  return FALSE;
}

/* Whether rows that share a part of one share a part of the other, and the other way round. */
static gboolean
have_same_parts (const MisPartition *one, const MisPartition *other)
{
  g_autofree int *partners = g_new (int, one->n_groups);

  if (one->n_groups != other->n_groups)
    return FALSE;
  for (guint i = 0; i < one->n_groups; i++)
    partners[i] = MIS_NO_LABEL;
  for (guint i = 0; i < one->n_rows; i++)
    {
      int label = one->labels[i];

      if (label == MIS_NO_LABEL)
        continue;
      if (partners[label] == MIS_NO_LABEL)
        partners[label] = other->labels[i];
      if (partners[label] != other->labels[i])
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_told_later (MisWay way, const MisWorld *world, const MisPartition *partition)
{
  for (guint later = way + 1; later < MIS_N_WAYS; later++)
    {
      g_autoptr (MisPartition) other = mis_way_new_partition ((MisWay) later, world);

      if (have_same_parts (partition, other))
        return TRUE;
    }
  return FALSE;
}

gboolean
mis_way_is_told (MisWay way, const MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisPartition) partition = mis_way_new_partition (way, analysis->world);
  const char *reason = NULL;

  if (way == MIS_WAY_GROUP)
    return TRUE;
  if (partition->n_groups == 0)
    return FALSE;
  if (partition->n_groups == 1)
    reason = one_part[way];
  else if (is_told_later (way, analysis->world, partition))
    reason = same_parts[way];
  if (reason != NULL && section != NULL)
    mis_section_add_note (section, g_strdup (_(reason)));
  return reason == NULL;
}

gboolean
mis_way_is_wanted (MisWay way, const MisAnalysis *analysis)
{
  const char *list = analysis->request.list;

  return list == NULL || strcmp (list, mis_ways[way].nick) == 0;
}
