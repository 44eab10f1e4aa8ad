/* help-view.h: one page of the help, scrolled to a place in it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_HELP_VIEW (mis_help_view_get_type ())
G_DECLARE_FINAL_TYPE (MisHelpView, mis_help_view, MIS, HELP_VIEW, AdwBin)

/**
 * MisHelpView:page:
 *
 * Name of the page that is shown; links lead from one to the next. %NULL before the first one.
 */

/**
 * mis_help_view_show:
 * @page: one of mis_help_page_names
 * @anchor: where to begin; "" or what is not there: at the beginning
 *
 * Brings the keyboard to the page.
 */
void mis_help_view_show (MisHelpView *self, const char *page, const char *anchor);

/* (nullable): name of the page that is shown. */
const char *mis_help_view_get_page (MisHelpView *self);

G_END_DECLS
