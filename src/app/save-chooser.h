/* save-chooser.h: asks for the name of a file to write, and before a file that is there is lost. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MisSaveRequest:
 * @title, @accept: of the dialog and its button
 * @ending: what the name must end with, in any case, such as ".misalign"; it is added if it does
 *   not
 * @endings: (nullable) (array zero-terminated=1): what it may end with instead, where that is
 *   typed; a constant
 * @name: suggested
 * @file: (nullable): where it was saved before
 * @folder: (nullable): where to begin; not used with @file
 * @filter: (nullable): which files to show
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *ending;
  const char *const *endings;
  const char *name;
  GFile *file;
  GFile *folder;
  GtkFileFilter *filter;
} MisSaveRequest;

/* Calls back once the user has chosen, has given up, or has closed @parent. */
void mis_save_chooser_ask_async (GtkWindow *parent,
                                 const MisSaveRequest *request,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* Returns: (transfer full) (nullable): where to write; a file that is there may go. */
GFile *mis_save_chooser_ask_finish (GAsyncResult *result);

/* Whether the name of @file ends with @ending, in any case. */
gboolean mis_save_chooser_has_ending (GFile *file, const char *ending);

/* (transfer full): a name of letters, digits and hyphens for what is called @title, @fallback with
 * a number if there are none in it; with @ending. */
char *mis_save_chooser_suggest_name (const char *title, const char *fallback, const char *ending);

G_END_DECLS
