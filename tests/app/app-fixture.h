/* app-fixture.h: the program in a test: its windows, waiting without sleeping, finding widgets. */
#pragma once

#include <adwaita.h>

#include "app/window.h"

G_BEGIN_DECLS

/* First and last in main(). */
void app_init (int *argc, char ***argv);
int app_run (void);

/* The one application of the test; it is started, and the tests are all that it does. */
AdwApplication *app_get_application (void);

void app_begin_wait (const char *condition);
void app_iterate (void);
void app_end_wait (void);

/* Lets the program work until @condition holds; it is a failure if that takes longer than any
 * machine needs. */
#define app_wait_until(condition)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    app_begin_wait (#condition);                                                                   \
    while (!(condition))                                                                           \
      app_iterate ();                                                                              \
    app_end_wait ();                                                                               \
  }                                                                                                \
  G_STMT_END

/* Lets the program do all that it has to do at once. */
void app_settle (void);

/* Shows @window, and waits until it has been drawn. */
void app_present (gpointer window);

/* A window that shows the start page, or @example if that is given. */
MisWindow *app_new_window (const char *example);

/* A document of @example; or of the project that is @json. */
MisDocument *app_new_document (const char *example);
MisDocument *app_parse_document (const char *json);

/* Destroys @window, which must then be gone, together with its document. */
void app_destroy (gpointer window);

/* The part that the template of @widget calls @name. */
gpointer app_child (gpointer widget, const char *name);

/* (transfer none): the text of the label that the template of @widget calls @name. */
const char *app_text (gpointer widget, const char *name);

/* The list of parameters, or the page of charts, of @window. */
gpointer app_parameter_list (MisWindow *window);
gpointer app_chart_page (MisWindow *window);

/* The overall score that the page of charts shows. */
const char *app_score (MisWindow *window);

typedef gboolean (*AppMatch) (GtkWidget *widget, gconstpointer data);

/* (nullable): the first widget below @root, or @root itself, that matches. */
gpointer app_find (gpointer root, AppMatch match, gconstpointer data);
gpointer app_find_type (gpointer root, GType type);

/* (nullable): the row of the parameter with this full name, as far as it is in sight. */
gpointer app_find_parameter (gpointer root, const char *name);

/* Looks for parameters; waits for one to come into sight; drags its slider. */
void app_search (MisWindow *window, const char *text);
gpointer app_wait_for_parameter (MisWindow *window, const char *name);
void app_drag (gpointer parameter_row, double value);

/* The event controller of @type that @widget has last been given. */
gpointer app_get_controller (gpointer widget, GType type);

/* Presses a key on @widget as far as its own handlers go; whether one of them has taken it. */
gboolean app_press (gpointer widget, guint keyval, GdkModifierType state);

/* Does what the shortcut of @widget itself for this key does; it must have one. */
void app_press_shortcut (gpointer widget, guint keyval, GdkModifierType state);

/* The message dialog above @window, waited for; and the answer to it. */
AdwMessageDialog *app_wait_for_dialog (gpointer window);
void app_respond (AdwMessageDialog *dialog, const char *response);

/* (nullable) (transfer none): the toast that @window shows. */
const char *app_toast (MisWindow *window);

/* @text with the decimal sign of the locale in place of each point: (transfer none). */
const char *app_local (const char *text);

/* (transfer full): the pixels that @widget draws of itself, without its children. */
GBytes *app_draw (gpointer widget);

/* (transfer full): a file of that name in a folder of the test's own, which goes at its end. */
GFile *app_new_file (const char *name);
GFile *app_write_file (const char *name, const char *text);

/* (transfer full): the text of @file. */
char *app_read_file (GFile *file);

G_END_DECLS
