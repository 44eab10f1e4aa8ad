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

/* See where things are: wait until the window that has the keyboard is drawn as it is now. Rows of
 * lists are taken for others meanwhile, so widgets are looked for behind it. */
void hand_look (void);

/* To GTK a click in a popover and the next one beside it are parts of one double click if they come
 * as fast; nobody's hand is that fast. */
void hand_rest_before (gpointer widget);

/* Click @n_times with the primary button on @widget: at a point of it. What is scrolled out of
 * sight comes into it by the wheel first. */
void hand_click (gpointer widget, double x, double y, guint n_times);

/* Whether what is under the pointer at that point of @widget belongs to it. */
gboolean hand_reaches (gpointer widget, double x, double y);

G_END_DECLS
