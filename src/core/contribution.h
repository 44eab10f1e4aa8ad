/* contribution.h: what each part of a population adds to its score.
 *
 * The sum of the paper's eq. 6, taken apart: by pairs of goals, and by agents, each of whom has
 * half of every pair it is in. All parts are shares of what is there, none is the effect of taking
 * something away (that is a lever).
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

/**
 * MisPairContribution:
 * @area: where
 * @g, @h: two goals, g < h; @g may be %MIS_NO_GOAL
 * @part: what the conflict of the two adds to M_p: 2 c(g,h) F_gh / pairs, normalized as M_p is
 * @overall: what it adds to M
 */
typedef struct
{
  guint area;
  int g;
  int h;
  double part;
  double overall;
} MisPairContribution;

/**
 * MisContributions:
 * @overall: M
 * @areas: (array length=n_areas): what each area adds to M, 0 where it has no score
 * @pairs: (array length=n_pairs): pairs of goals that add anything to their area, the largest part
 *   of M first, then the largest of M_p, then in the order of areas and goals
 * @groups: (nullable) (array length=n_agents): what each agent group adds to M: half of every pair
 *   that one of its agents is in
 * @agents: (nullable) (array length=n_agents): the same for a single agent of the group, 0 where it
 *   is empty
 *
 * @areas, the @overall of @pairs, and @groups each add up to M; the @part of an area's @pairs to
 * its M_p, under every weight mean, pair rule and normalization.
 *
 * An area adds M_p dM/dM_p to M, which sums to M because every area mean is homogeneous. Arithmetic
 * mean of m areas: M_p / m; geometric: M / m each; harmonic: M^2 / (m M_p). Minimum and maximum:
 * all of M belongs to the area that has it, since no small change elsewhere moves M; areas that
 * share the extreme (to 1e-12 of it, which is rounding) share M evenly, so that the order of areas
 * decides nothing. What adds a part of M_p adds the same part of what the area adds to M; under the
 * arithmetic mean that is its part of M_p, divided by m.
 *
 * Immutable.
 */
typedef struct
{
  double overall;
  guint n_areas;
  double *areas;
  guint n_pairs;
  MisPairContribution *pairs;
  guint n_agents;
  double *groups;
  double *agents;
} MisContributions;

/**
 * mis_contributions_new:
 * @score: the score of @tally
 *
 * O(rows + k^2) for each area; minimum and maximum O(rows k log rows), harmonic O(200 (rows +
 * k^2)).
 *
 * Returns: (transfer full)
 */
MisContributions *mis_contributions_new (const MisTally *tally, const MisScore *score);

/* The same without @groups and @agents: what areas and pairs of goals add. */
MisContributions *mis_contributions_new_pairs (const MisTally *tally, const MisScore *score);
void mis_contributions_free (MisContributions *contributions);

/**
 * mis_contributions_fill_area:
 * @groups: (array length=n_agents) (out caller-allocates): what each agent group adds to M_p, as it
 *   is normalized; they add up to it. 0 where a group does not count, or the area has no score
 * @agents: (array length=n_agents) (out caller-allocates) (optional): the same for a single agent
 *
 * The cost of one area of mis_contributions_new().
 */
void mis_contributions_fill_area (const MisTally *tally,
                                  const MisScore *score,
                                  guint area,
                                  double *groups,
                                  double *agents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisContributions, mis_contributions_free)

G_END_DECLS
