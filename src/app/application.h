/* application.h: the program: its windows, the files it is started with, its shortcuts. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_APPLICATION (mis_application_get_type ())
G_DECLARE_FINAL_TYPE (MisApplication, mis_application, MIS, APPLICATION, AdwApplication)

/* @flags: besides those that it needs, such as %G_APPLICATION_NON_UNIQUE for tests. */
MisApplication *mis_application_new (GApplicationFlags flags);

/* From now on unsaved work of all windows is kept in drafts in @folder; and what a crash has left
 * there is shown again as soon as there is a window. */
void mis_application_keep_drafts (MisApplication *self, const char *folder);

/* (nullable): where drafts are kept. */
const char *mis_application_get_drafts (MisApplication *self);

G_END_DECLS
