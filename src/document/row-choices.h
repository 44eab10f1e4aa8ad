/* row-choices.h: what the user has chosen about single groups that is no part of the project: the
 * one whose share is varied, and those that are locked.
 *
 * Private to document.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisRowChoices:
 * @focus: a row; beyond the last one it stands for that
 * @locks: (array length=n_locks): for each row
 */
typedef struct
{
  guint focus;
  gboolean *locks;
  guint n_locks;
} MisRowChoices;

void mis_row_choices_clear (MisRowChoices *choices);

/**
 * mis_row_choices_follow:
 * @from: (nullable): the world that they are about; %NULL at the beginning
 * @to: the world that they are to be about
 *
 * They stay with their rows, by id, wherever these are now. O(rows).
 */
void mis_row_choices_follow (MisRowChoices *choices, const MisWorld *from, const MisWorld *to);

G_END_DECLS
