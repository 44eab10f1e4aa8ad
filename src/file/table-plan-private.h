/* table-plan-private.h: what the parts of a plan share: table-plan.c has its answers and what is
 * missing, table-plan-kinds.c its words for kinds, table-spellings.c the goals that are spelt in
 * several ways; table-guess.c says what columns are, with table-numbers.c for the weights;
 * table-rewrite.c writes the table that can be read; table-plan-read.c reads it. */
#pragma once

#include "file/table-plan.h"

G_BEGIN_DECLS

/* Whether the labels are those of the long form. */
gboolean mis_table_guess_form (const MisTableProfile *profile);

/* Sets the columns of @plan, whose form is known. */
void mis_table_guess_columns (MisTablePlan *plan, const MisTableProfile *profile);

/* Makes @column the numbers of an area, if its label says so: "Privacy:weight", "weight of
 * Privacy", "Privacy (importance)". @labels: as mis_table_fold_word() spells them; wide form. */
gboolean mis_table_guess_numbers (MisTablePlan *plan,
                                  const MisTableProfile *profile,
                                  char **labels,
                                  guint column);

/* Likewise columns that name an area by the beginning of its name only, as "Speed weight" does that
 * stands behind "Speed of rollout", where no other area begins so. The areas are known by now. */
void mis_table_guess_numbers_by_beginning (MisTablePlan *plan,
                                           const MisTableProfile *profile,
                                           char **labels);

/* Whether @column is called "Weight" or the like, with no area named: which one shows its place. */
gboolean mis_table_guess_has_numbers (const MisTableProfile *profile, char **labels, guint column);

/* Makes such columns the numbers of the area that they stand right behind. */
void mis_table_guess_numbers_by_place (MisTablePlan *plan,
                                       const MisTableProfile *profile,
                                       char **labels);

/* Whether an answer looks like none, and how it is taken then. */
gboolean mis_table_guess_way (const char *text, MisTableWay *way);

/* The words for kinds, as mis_table_plan_find_words() says. */
void mis_table_plan_find_kinds (MisTablePlan *plan, const MisTableProfile *profile);
GArray *mis_table_plan_copy_kinds (const MisTablePlan *plan);

/* Likewise goals in several spellings, once the answers are known. */
void mis_table_plan_find_spellings (MisTablePlan *plan, const MisTableProfile *profile);
GArray *mis_table_plan_copy_spellings (const MisTablePlan *plan);

/* (transfer full) (element-type MisTableWords): for each column those that are to be taken for
 * another one, as an index into @spellings; %NULL where there are none. */
GPtrArray *mis_table_plan_list_spellings (const MisTablePlan *plan);

/* Whether the cells of a column are goals. */
gboolean mis_table_plan_has_goals (const MisTablePlan *plan, guint column);

G_END_DECLS
