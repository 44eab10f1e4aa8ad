/* script-fixture.h: what a person does with the program, as a script to read and to play. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * script_play:
 * @name: of a file in this folder
 * @file: the path that stands for "{file}"
 *
 * A line is a comment that begins with "#", or one of these:
 *
 * - press KEYS: one after another, as xdotool calls them
 * - type TEXT: to the end of the line
 * - at NAME: the keyboard is at what is called so; waited for
 * - at cell ROW COLUMN: of a table; from 1
 * - says TEXT: so says what the keyboard is at; waited for
 * - click NAME, click NAME #2 for the second of that name, click cell ROW COLUMN: waited for; in
 *   the popover if one is open; double-click and triple-click likewise
 *
 * See naming-fixture.h for names. With --verbose each line is said, and where the keyboard is then,
 * for whoever writes a script.
 */
void script_play (const char *name, const char *file);

G_END_DECLS
