/* held-pointer.h: what comes or goes on a page moves what stands below it. Leaving a field for a
 * button does both at once: the press takes what was typed, and the answer to that must not move
 * the button away before it is released.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on it is known of @window whether a button of the pointer, or a finger, is down. */
void mis_held_pointer_watch (GtkWidget *window);

/* What a press and a release do: for all places of @window. */
void mis_held_pointer_press (GtkWidget *window);
void mis_held_pointer_release (GtkWidget *window);

/**
 * mis_when_released:
 * @act: brings @widget to what it should be by then
 *
 * Calls @act now, or while a button is down once it is up again, however often it was asked for.
 */
void mis_when_released (GtkWidget *widget, void (*act) (GtkWidget *widget));

/* A line of a page that is there only where it says something: sets its text at once, and shows or
 * hides it as above. @text: (nullable) */
void mis_hint_set_text (GtkLabel *hint, const char *text);

G_END_DECLS
