/* application.h: the program: its windows, the files it is started with, its shortcuts. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_APPLICATION (mis_application_get_type ())
G_DECLARE_FINAL_TYPE (MisApplication, mis_application, MIS, APPLICATION, AdwApplication)

/* @flags: besides those that it needs, such as %G_APPLICATION_NON_UNIQUE for tests. */
MisApplication *mis_application_new (GApplicationFlags flags);

G_END_DECLS
