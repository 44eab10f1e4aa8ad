/* hand-fixture.h: keys and pointer as a person moves them: real events, from the X server. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether there is a way to move them here; if not, the test is marked as skipped. */
gboolean hand_is_there (void);

/* (transfer none): the window that has the keyboard; %NULL if none has, or waited for. */
GtkWindow *hand_find_window (void);
GtkWindow *hand_get_window (void);

/* Press keys, called as xdotool does: "ctrl+s Tab Return"; or those that write a text. When they
 * return, the program has got all of them and done what it does at once. */
void hand_press (const char *keys);
void hand_type (const char *text);

/* Click @n_times with a button (1 the left one) on @widget: at a point of it. What is scrolled out
 * of sight comes into it by the wheel first. */
void hand_click (gpointer widget, double x, double y, guint button, guint n_times);

/* Whether what is under the pointer at that point of @widget belongs to it. */
gboolean hand_reaches (gpointer widget, double x, double y);

G_END_DECLS
