/* row-reader.h: the known positions of each row, in the order of the areas.
 *
 * Blocks hold positions area by area. Who wants them row by row, and asks every area of every row,
 * pays for what is unknown as well; this turns one block at a time round. O(positions + areas) a
 * block.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* A position that is known; its note is borrowed. */
typedef struct
{
  guint area;
  MisPosition position;
} MisKnownPosition;

typedef struct
{
  const MisWorld *world;
  guint block;             /* the one that is turned round, or G_MAXUINT */
  guint *first;            /* where each row of it begins; one more, for the end */
  MisKnownPosition *known;
  gsize room;
} MisRowReader;

/* @world is borrowed. */
void mis_row_reader_init (MisRowReader *reader, const MisWorld *world);
void mis_row_reader_clear (MisRowReader *reader);

/**
 * mis_row_reader_read:
 * @agent: a row; those of one block should be read together
 * @n: (out): how many positions of it are known
 *
 * Returns: (array length=n) (transfer none): they stay until another row is read
 */
const MisKnownPosition *mis_row_reader_read (MisRowReader *reader, guint agent, guint *n);

G_END_DECLS
