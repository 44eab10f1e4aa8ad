#include "app/guide-group.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/guide-entry.h"
#include "app/tooltip.h"
#include "app/value-entry.h"
#include "core/edit.h"
#include "core/limits.h"
#include "report/number-text.h"

struct _MisGuideGroup
{
  AdwExpanderRow parent_instance;

  GtkDropDown *kind;
  MisGuideEntry *name;
  MisValueEntry *count;
  MisGuideEntry *principal;

  MisDocument *document;
  guint agent;
  gboolean showing; /* the kind is set by the program, not by a hand */
};

G_DEFINE_FINAL_TYPE (MisGuideGroup, mis_guide_group, ADW_TYPE_EXPANDER_ROW)

static MisAgent *
get_agent (MisGuideGroup *self, MisWorld *world)
{
  return mis_world_get_agent (world, self->agent);
}

/* (nullable) (transfer full): @world, where the group has other texts or another kind. */
static MisWorld *
change (MisGuideGroup *self,
        MisWorld *world,
        const char *name,
        MisKind kind,
        const char *principal,
        GError **error)
{
  MisAgent *now = get_agent (self, world);
  g_autoptr (MisAgent) agent =
      mis_agent_new (now->id, name, kind, principal, now->count, now->note, error);

  return agent != NULL ? mis_world_with_agent (world, self->agent, agent, error) : NULL;
}

/* @step: (transfer full): what the user did. */
static void
take (MisGuideGroup *self, MisWorld *edited, char *step)
{
  mis_document_edit (self->document, edited, step);
  g_free (step);
}

static void
name_edited_cb (MisGuideGroup *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;
  MisWorld *world;
  MisAgent *now;

  mis_document_begin_gesture (self->document);
  world = mis_document_get_base_world (self->document);
  now = get_agent (self, world);
  edited = change (self, world, name, now->kind, now->principal, &error);
  mis_guide_entry_set_fault (self->name, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    /* Translators: a step to undo; a group */
    take (self, edited, g_strdup_printf (_ ("Rename %s"), now->name));
}

static void
principal_edited_cb (MisGuideGroup *self, const char *principal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;
  MisWorld *world;
  MisAgent *now;

  mis_document_begin_gesture (self->document);
  world = mis_document_get_base_world (self->document);
  now = get_agent (self, world);
  edited = change (self, world, now->name, now->kind, principal, &error);
  mis_guide_entry_set_fault (self->principal, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    /* Translators: a step to undo; a group */
    take (self, edited, g_strdup_printf (_ ("Change Principal of %s"), now->name));
}

static void
left_cb (MisGuideGroup *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
kind_chosen_cb (MisGuideGroup *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  g_autoptr (MisWorld) edited = NULL;
  MisAgent *now;

  if (self->showing)
    return;
  now = get_agent (self, world);
  edited = change (self, world, now->name, (MisKind)gtk_drop_down_get_selected (self->kind),
                   now->principal, NULL);
  /* Translators: a step to undo; a group */
  take (self, edited, g_strdup_printf (_ ("Change Kind of %s"), now->name));
}

static void
count_typed_cb (MisGuideGroup *self, double count)
{
  MisWorld *world = mis_document_get_world (self->document);
  MisAgent *now = get_agent (self, world);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;

  if (count < 0.0 || count > (double)MIS_MAX_COUNT || count != floor (count))
    {
      mis_value_entry_set_fault (self->count, _ ("A whole number of agents is expected."));
      return;
    }
  edited = mis_world_with_count (mis_document_get_world (self->document), self->agent,
                                 (guint64)count, &error);
  if (edited == NULL)
    mis_value_entry_set_fault (self->count, error->message);
  else
    /* Translators: a step to undo; a group */
    take (self, edited, g_strdup_printf (_ ("Change Number of %s"), now->name));
}

static void
count_fault_cb (MisGuideGroup *self)
{
  mis_tooltip_set (GTK_WIDGET (self->count), mis_value_entry_get_fault (self->count));
}

static void
remove_cb (MisGuideGroup *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  g_autoptr (MisWorld) edited = mis_world_with_agent_removed (world, self->agent, NULL);
  g_autofree char *name = g_strdup (get_agent (self, world)->name);
  /* Translators: a step to undo; a group */
  g_autofree char *step = g_strdup_printf (_ ("Remove %s"), name);
  /* Translators: a group */
  g_autofree char *text = g_strdup_printf (_ ("Removed “%s”"), name);
  g_autoptr (GtkWidget) window =
      g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  if (edited == NULL)
    return;
  mis_document_edit (self->document, edited, step);
  gtk_widget_activate_action (window, "win.offer-undo", "s", text);
}

static void
add_kind (MisGuideGroup *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    gtk_string_list_append (names, g_dgettext (GETTEXT_PACKAGE, mis_kinds[i].label));
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->kind), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind"), -1);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->kind));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static MisGuideEntry *
add_entry (MisGuideGroup *self, const char *title, GCallback edited)
{
  GtkWidget *entry = mis_guide_entry_new (title, NULL);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  g_signal_connect_object (entry, "edited", edited, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  return MIS_GUIDE_ENTRY (entry);
}

static void
add_count (MisGuideGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->count =
      g_object_new (MIS_TYPE_VALUE_ENTRY, "valign", GTK_ALIGN_CENTER, "xalign", 1.0, NULL);
  mis_value_entry_set_counting (self->count, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How many"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How many"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->count));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->count));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_signal_connect_object (self->count, "typed", G_CALLBACK (count_typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->count, "notify::fault", G_CALLBACK (count_fault_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_remove (MisGuideGroup *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove This Group"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

static void
mis_guide_group_dispose (GObject *object)
{
  g_clear_object (&MIS_GUIDE_GROUP (object)->document);
  G_OBJECT_CLASS (mis_guide_group_parent_class)->dispose (object);
}

static void
mis_guide_group_class_init (MisGuideGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_guide_group_dispose;
}

static void
mis_guide_group_init (MisGuideGroup *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  add_kind (self);
  self->name = add_entry (self, _ ("Name"), G_CALLBACK (name_edited_cb));
  add_count (self);
  self->principal = add_entry (self, _ ("Principal: its role, such as user or regulator"),
                               G_CALLBACK (principal_edited_cb));
  add_remove (self);
}

GtkWidget *
mis_guide_group_new (MisDocument *document, guint agent)
{
  MisGuideGroup *self = g_object_new (MIS_TYPE_GUIDE_GROUP, NULL);

  self->document = g_object_ref (document);
  mis_guide_group_update (self, agent);
  return GTK_WIDGET (self);
}

void
mis_guide_group_update (MisGuideGroup *self, guint agent)
{
  MisAgent *now;
  g_autofree char *count = NULL, *subtitle = NULL;

  g_return_if_fail (MIS_IS_GUIDE_GROUP (self));

  self->agent = agent;
  now = get_agent (self, mis_document_get_world (self->document));
  count = mis_count_text (now->count);
  /* Translators: how many agents a group has, and its principal */
  subtitle = *now->principal != '\0' ? g_strdup_printf (_ ("%s, %s"), count, now->principal)
                                       : g_strdup (count);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->kind, now->kind);
  self->showing = FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), now->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  mis_guide_entry_show (self->name, now->name);
  mis_value_entry_show (self->count, count);
  mis_guide_entry_show (self->principal, now->principal);
}
