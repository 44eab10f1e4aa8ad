/* window-private.h: what the parts of the window share: window.c has its life, title and steps;
 * window-views.c which view it shows; window-scenarios.c scenarios; window-files.c opening and
 * saving; window-import.c tables; window-export.c charts, tables; window-drafts.c unsaved work;
 * window-find.c looking for something by its name; window-toasts.c what is said in passing. */
#pragma once

#include "app/experiments-view.h"
#include "app/explore-view.h"
#include "app/guide.h"
#include "app/history-popover.h"
#include "app/model-view.h"
#include "app/scenario-bar.h"
#include "app/start-page.h"
#include "app/window.h"

G_BEGIN_DECLS

struct _MisWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  AdwToast *undo_toast; /* offers to undo the last step; NULL if none does */
  MisScenarioBar *scenario_bar;
  GtkStack *pages;
  GtkSpinner *loading_spinner;
  MisStartPage *start_page;
  MisModelView *model_view;
  MisGuide *guide;
  MisExploreView *explore_view;
  MisExperimentsView *experiments_view;
  GtkWidget *back_button;
  GtkWidget *home_button;
  GtkWidget *open_button;
  AdwSqueezer *view_squeezer;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *history_button;
  GtkWidget *export_button;
  GtkWidget *save_button;
  GtkWidget *place_bar;
  GtkWidget *recovered_bar;

  MisHistoryPopover *history; /* at the button to undo, which is there in narrow windows, too */
  GSettings *settings;
  MisDocument *document;
  MisDraftKeeper *draft_keeper; /* NULL without a document, and where no drafts are kept */
  char *left_view; /* (nullable) that the start page took the place of: a name of "view" */
  int width;          /* 0 before it is known */
  int squeezed_width; /* up to which there is no room for the ways to the views */
  guint width_source;
  gboolean exports_next; /* the chart that is being drawn, once it is there */
  gboolean closing; /* as soon as the saves that were asked for have ended */
};

/* Brings title, actions and buttons to what is open and shown. */
void mis_window_update (MisWindow *self);

/* Actions "view", "place", "back", "new-experiment", "help", "help-page". Before the
 * template, which refers to them. */
void mis_window_add_view_actions (MisWindow *self);

/* Follows what the views tell; after the template, which holds them. */
void mis_window_connect_views (MisWindow *self);

gboolean mis_window_is_in_experiments (MisWindow *self);

/* Whether the base or a scenario of it is to be seen: in Model, the guide and Explore. */
gboolean mis_window_shows_scenarios (MisWindow *self);

/* What is to be seen: "start", "model", "guide", "explore", "experiments", or "empty" for a project
 * without agents and areas that is to be explored. */
const char *mis_window_get_page (MisWindow *self);

/* The window has been given another width. */
void mis_window_note_width (MisWindow *self, int width);

/* In a narrow window opening, saving and exporting are in the menu alone. */
void mis_window_update_buttons (MisWindow *self);

void mis_window_show_explore (MisWindow *self);

/* The guided path, from where something is missing. */
void mis_window_show_guide (MisWindow *self);

/* From the start page back to the project that is open, if there is one. */
void mis_window_leave_start (MisWindow *self);

/* The start page says which project is open. */
void mis_window_update_start_page (MisWindow *self);

/* While a project is being read: the page that says so, or back to what was there. */
void mis_window_set_loading (MisWindow *self, gboolean loading);

/* Actions about scenarios; and which of them can be had, and whether the bar of scenarios is to be
 * seen; in window-scenarios.c. */
void mis_window_add_scenario_actions (MisWindow *self);
void mis_window_update_scenarios (MisWindow *self);

/* From now on unsaved work is kept against a crash; it needs no word about that once it is saved;
 * nobody wants it; and the window goes. In window-drafts.c. */
void mis_window_keep_draft (MisWindow *self);
void mis_window_update_recovered (MisWindow *self);
void mis_window_discard_draft (MisWindow *self);
void mis_window_drop_draft_keeper (MisWindow *self);

/* Actions "open", "save", "save-as"; in window-files.c. */
void mis_window_add_file_actions (MisWindow *self);

/* Actions "import", "paste-table", and files that are dropped on the window; in window-import.c. */
void mis_window_add_import_actions (MisWindow *self);

/* Action "find"; in window-find.c. */
void mis_window_add_find_actions (MisWindow *self);

/* Exports the chart that was asked for before it was there, if it is now. */
void mis_window_export_awaited (MisWindow *self);

/* Actions "export", "export-chart", "export-table", "export-parts"; in window-export.c. */
void mis_window_add_export_actions (MisWindow *self);

/* Shows @document here, or in a new window if there is a project here, which stays as it is. */
void mis_window_show_document (MisWindow *self, MisDocument *document);

/* Enters what somebody is typing into a cell or a field for numbers: what comes next has it. */
void mis_window_commit_typing (MisWindow *self);

/* The size of the window is that of the next one; takes that of the last one, as far as there is
 * room for it. */
void mis_window_keep_size (MisWindow *self);
void mis_window_take_size (MisWindow *self);

/* Asks what to do with unsaved work before the window closes; destroys it when that is settled. */
void mis_window_ask_to_close (MisWindow *self);

/* Offers to undo the last step, of which @text says what it was; or not any more, as the last step
 * is another one. */
void mis_window_offer_undo (MisWindow *self, const char *text);
void mis_window_drop_undo_toast (MisWindow *self);

G_END_DECLS
