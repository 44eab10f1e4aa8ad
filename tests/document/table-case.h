/* table-case.h: worlds for tests of tables, whose texts order as plainly as letters do. */
#pragma once

#include "document/cell-source.h"
#include "document/document.h"

G_BEGIN_DECLS

/**
 * new_table_world:
 * @rand: the source of all choices
 *
 * Rows with ids "r0"..., names of three letters, principals that are often empty, counts, and in
 * @n_areas areas of @n_goals goals each positions of all three kinds, some with ranges and notes.
 *
 * Returns: (transfer full)
 */
MisWorld *new_table_world (GRand *rand, guint n_agents, guint n_areas, guint n_goals);

/* (transfer full): what a cell says. */
char *get_cell_text (gpointer source, guint row, guint column);
MisCellFlags get_cell_flags (gpointer source, guint row, guint column);

void check_cell (gpointer source, guint row, guint column, const char *expected);

/**
 * check_edit:
 * @row, @column: its first cell
 * @texts: cells with a tab between them, rows with a newline; "~" is a cell that is left alone
 * @faults: what is wrong, each as "ROW,COLUMN: REASON" with a newline behind it; empty if nothing
 *
 * An edit like a paste, without a name of its own: it must be taken, or leave all as it was.
 */
void check_edit (gpointer source, guint row, guint column, const char *texts, const char *faults);

/* (transfer full): the bytes of its project file, as a checksum. */
char *hash_world (MisWorld *world);

/* Undoes all, then redoes all: the world at either end is the same as @first and as the current
 * one. Returns: how many steps there were. */
guint check_undo_redo (MisDocument *document, MisWorld *first);

G_END_DECLS
