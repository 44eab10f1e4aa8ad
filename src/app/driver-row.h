/* driver-row.h: one pair of goals, who holds them, and how much of the score its conflict
 * makes up. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_DRIVER_ROW (mis_driver_row_get_type ())
G_DECLARE_FINAL_TYPE (MisDriverRow, mis_driver_row, MIS, DRIVER_ROW, AdwBin)

GtkWidget *mis_driver_row_new (void);

/* @title: the two goals; @detail: where, and who holds them; @part: of the score, in [0,1] */
void mis_driver_row_show (MisDriverRow *self, const char *title, const char *detail, double part);

/* Where a click leads: to the slider of the goals @g < @h in @area. */
void mis_driver_row_lead_to (MisDriverRow *self, guint area, int g, int h);

G_END_DECLS
