/* parameter-list.h: the numbers of a project as sliders under headings that fold, with a search. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_PARAMETER_LIST (mis_parameter_list_get_type ())
G_DECLARE_FINAL_TYPE (MisParameterList, mis_parameter_list, MIS, PARAMETER_LIST, AdwBin)

/* (nullable): a heading with many rows below it is folded at first. Takes the focus. */
void mis_parameter_list_set_document (MisParameterList *self, MisDocument *document);

/* Whether groups are moved by count instead of share. */
void mis_parameter_list_set_counts (MisParameterList *self, gboolean counts);

/* Unfolds and scrolls to the conflict of the goals @g < @h, and puts the keyboard to its slider.
 * Ends a search. */
void mis_parameter_list_show_conflict (MisParameterList *self, guint area, int g, int h);

/* Looks for the numbers that @text finds, and puts the keyboard there. */
void mis_parameter_list_find (MisParameterList *self, const char *text);

G_END_DECLS
