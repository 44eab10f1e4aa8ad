/* diversity.h: how mixed the goals of an area are, and how near it is to the worst mix.
 *
 * Sources: the paper, theorems 3 and 4; with weights 1, exclusive goals and replacement M_p is the
 * Gini-Simpson index 1 - sum p^2; Shannon's entropy is - sum p log2 p. Shares p are those
 * among the holders of an explicit goal, whatever they weigh it.
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

/**
 * MisDiversity:
 * @n_holders: agents with an explicit goal
 * @goals_held: explicit goals that somebody holds
 * @maximum: Max, the highest M_p before normalization of so many agents with as many goals as count
 *   (paper, theorem 3); 0 where fewer than two goals count, or fewer than two agents
 * @limit: (k-1)/k, what @maximum comes to in a large population (paper, theorem 4)
 * @reached: M_p before normalization / @maximum, in [0,1]; %NAN where @maximum is 0
 * @gini_simpson: 1 - sum p^2, in [0,1): the chance that two holders drawn with replacement want
 *   different things; 0 if there are none
 * @gini_simpson_distinct: the same for two different holders, n/(n-1) times as much, in [0,1];
 *   %NAN for fewer than two
 * @entropy_bits: Shannon entropy - sum p log2 p
 * @entropy_share: the share of its highest value, log2 @goals_held; %NAN below two goals
 * @effective_goals: 1 / sum p^2, so many equally frequent goals are as mixed; 0 if nobody holds one
 */
typedef struct
{
  guint64 n_holders;
  guint goals_held;
  double maximum;
  double limit;
  double reached;
  double gini_simpson;
  double gini_simpson_distinct;
  double entropy_bits;
  double entropy_share;
  double effective_goals;
} MisDiversity;

/* @score: the score of @tally. O(k). */
MisDiversity mis_diversity (const MisTally *tally, const MisScore *score, guint area);

G_END_DECLS
