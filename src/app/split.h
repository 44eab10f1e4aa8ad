/* split.h: a narrow widget beside a wide one, or below it where there is no room for both. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIS_TYPE_SPLIT (mis_split_get_type ())
G_DECLARE_FINAL_TYPE (MisSplit, mis_split, MIS, SPLIT, GtkWidget)

/**
 * MisSplit:
 *
 * The first child is as wide as it asks to be, the second one has the rest and is as high as the
 * first at least. One below the other, the second is on top.
 */

/**
 * mis_split_set_following:
 * @adjustment: (nullable): by which both are scrolled up and down
 *
 * Beside a first child that is higher than the window the second one is as high as the window, and
 * stays in sight while the first one is scrolled.
 */
void mis_split_set_following (MisSplit *self, GtkAdjustment *adjustment);

/* Whether both children stand side by side in @width; so they do where it is not known yet (0). */
gboolean mis_split_is_wide (MisSplit *self, int width);

G_END_DECLS
