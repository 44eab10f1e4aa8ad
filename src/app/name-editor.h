/* name-editor.h: a field for a name of one line. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_NAME_EDITOR (mis_name_editor_get_type ())
G_DECLARE_FINAL_TYPE (MisNameEditor, mis_name_editor, MIS, NAME_EDITOR, AdwBin)

/**
 * MisNameEditor:
 *
 * Property and signals as of #MisTextEditor; Enter is leaving, too.
 */

/* Shows @name, unless it is there already. */
void mis_name_editor_show (MisNameEditor *self, const char *name);

/* (nullable): why the name cannot be taken. */
void mis_name_editor_set_fault (MisNameEditor *self, const char *fault);

G_END_DECLS
