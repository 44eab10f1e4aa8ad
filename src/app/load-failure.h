/* load-failure.h: why a file could not be opened, for people: what happened, what is safe, what to
 * do, and where in the file. */
#pragma once

#include <gio/gio.h>

#include "app/window.h"
#include "file/fault.h"

G_BEGIN_DECLS

/* Shows it in a dialog above @window. */
void mis_load_failure_show (MisWindow *window, GFile *file, const MisFault *fault);

G_END_DECLS
