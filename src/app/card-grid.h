/* card-grid.h: cards in two columns of the same width, or in one where there is no room for two. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIS_TYPE_CARD_GRID (mis_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (MisCardGrid, mis_card_grid, MIS, CARD_GRID, GtkWidget)

/**
 * MisCardGrid:
 *
 * Children go to the columns in turn, each as high as it wants to be, or less where that makes all
 * cards fit; the last one of a column fills it up, as far as half its height more does. Invisible
 * ones take no place.
 */

/* Adds @card as the last one. */
void mis_card_grid_append (MisCardGrid *self, GtkWidget *card);

/* Between columns and between cards of one column; 12 at first. */
void mis_card_grid_set_spacing (MisCardGrid *self, int spacing);

/* Whether the cards beside each other are of the same height, and a single one is as wide as the
 * others would be, as in a gallery; not at first. */
void mis_card_grid_set_in_rows (MisCardGrid *self, gboolean in_rows);

G_END_DECLS
