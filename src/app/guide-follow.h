/* guide-follow.h: keeps the field in sight in which somebody types, while the page grows above it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, as long as @scroller is there. */
void mis_guide_follow_focus (GtkScrolledWindow *scroller);

G_END_DECLS
