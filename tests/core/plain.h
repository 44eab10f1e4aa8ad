/* plain.h: a world as plain lists of names, which a test edits by hand and then builds anew.
 *
 * The oracle of edits of structure: positions and conflicts point to goals, not to their numbers,
 * so that nothing has to be numbered anew; rows and areas are found by walking.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  char *description;
} PlainGoal;

/* @b: %NULL is "no goal". */
typedef struct
{
  PlainGoal *a;
  PlainGoal *b;
  MisConflict conflict; /* g and h of no meaning */
} PlainPair;

typedef struct
{
  char *id;
  char *name;
  char *description;
  double default_conflict;
  GPtrArray *goals; /* of PlainGoal */
  GArray *pairs;    /* of PlainPair: all of them */
} PlainArea;

/* @goal: %NULL is "no goal"; who is unknown has no cell. */
typedef struct
{
  PlainArea *area;
  PlainGoal *goal;
  MisPosition position; /* goal of no meaning */
} PlainCell;

typedef struct
{
  MisAgent *agent;
  GArray *cells; /* of PlainCell */
} PlainRow;

typedef struct
{
  MisWorld *source; /* whose texts, options and experiments it has */
  GPtrArray *areas; /* of PlainArea */
  GPtrArray *rows;  /* of PlainRow */
} Plain;

Plain *mis_plain_new (MisWorld *source);
void mis_plain_free (Plain *plain);

/* The elements of the lists, by number. */
PlainArea *mis_plain_area (const Plain *plain, guint area);
PlainGoal *mis_plain_goal (const Plain *plain, guint area, guint goal);
PlainRow *mis_plain_row (const Plain *plain, guint row);

/* Puts in a goal, which clashes with all others by the default. */
PlainGoal *mis_plain_add_goal (Plain *plain,
                               guint area,
                               guint index,
                               const char *id,
                               const char *name,
                               const char *description);

/* Puts a copy behind an area, called as @made is, with all that it and the rows say. */
void mis_plain_copy_area (Plain *plain, guint area, const MisArea *made);

/* (transfer full): all that @row says once more; @agent in the place of its own. */
PlainRow *mis_plain_row_copy (const PlainRow *row, MisAgent *agent);
void mis_plain_row_free (PlainRow *row);
PlainCell *mis_plain_find_cell (const PlainRow *row, const PlainArea *area);

/* @found is what the builder makes of the lists and of @found's own scenarios, each of which must
 * still fit. */
void mis_plain_expect (const Plain *plain, MisWorld *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plain, mis_plain_free)

G_END_DECLS
