/* analysis-way.h: ways in which a population is parted: kinds, principals and groups. Private to
 * src/file. */
#pragma once

#include "core/between.h"
#include "file/analysis-private.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_WAY_KIND,
  MIS_WAY_PRINCIPAL,
  MIS_WAY_GROUP,
  MIS_N_WAYS,
} MisWay;

/* Nick and label of each way, ended by a %NULL nick. */
extern const MisChoice mis_ways[];

MisPartition *mis_way_new_partition (MisWay way, const MisWorld *world);

/* What people call a part; rows of @world are the parts of a partition by group. */
const char *mis_way_get_name (MisWay way,
                              const MisWorld *world,
                              const MisPartition *partition,
                              guint part);

/* The same for scripts: not translated, and empty where there is no principal. */
const char *mis_way_get_plain_name (MisWay way,
                                    const MisWorld *world,
                                    const MisPartition *partition,
                                    guint part);

/* Agents of each part: (transfer full) (array length=n_groups). */
guint64 *mis_way_count_agents (const MisWorld *world, const MisPartition *partition);

/* The areas where two parts are known both, which their value over all areas is the mean of. */
guint mis_way_count_areas (const MisBetween *between, guint x, guint y);

/* Whether a group has more than one agent. */
gboolean mis_way_has_fellows (const MisWorld *world);

/**
 * mis_way_is_told:
 * @section: (nullable): where people are told why not
 *
 * Whether people read of a way: of groups always, of others not where they are one part only, nor
 * where a later way has the same parts. Scripts read of all.
 */
gboolean mis_way_is_told (MisWay way, const MisAnalysis *analysis, MisSection *section);

/* Whether rows of a way are wanted: of all, unless the request names one of them. */
gboolean mis_way_is_wanted (MisWay way, const MisAnalysis *analysis);

/* Misalignment of the parts with each other; %NULL, with a note, where they are too many. */
MisBetween *mis_analysis_make_between (const MisAnalysis *analysis,
                                       MisSection *section,
                                       MisWay way,
                                       const MisPartition *partition);

G_END_DECLS
