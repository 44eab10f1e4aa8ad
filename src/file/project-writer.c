#include "file/project-writer.h"

#include <string.h>

#include "core/row-reader.h"
#include "file/project-reader.h"
#include "file/writer-private.h"

void
mis_writer_emit_name (MisJsonEmitter *emitter, const char *id, const char *name)
{
  if (strcmp (id, name) != 0)
    mis_json_emitter_member (emitter, "name", name);
}

void
mis_writer_emit_goal (MisJsonEmitter *emitter, const char *id)
{
  if (id != NULL)
    mis_json_emitter_string (emitter, id);
  else
    mis_json_emitter_null (emitter);
}

void
mis_writer_emit_range (MisJsonEmitter *emitter, double value, double low, double high)
{
  if (low != value)
    mis_json_emitter_member_number (emitter, "low", low);
  if (high != value)
    mis_json_emitter_member_number (emitter, "high", high);
}

void
mis_writer_emit_note (MisJsonEmitter *emitter, const MisNote *note)
{
  if (note == NULL)
    return;
  mis_json_emitter_member_unless_empty (emitter, "note", note->note);
  mis_json_emitter_member_unless_empty (emitter, "source", note->source);
}

void
mis_writer_emit_agent (MisJsonEmitter *emitter, const MisAgent *agent)
{
  mis_json_emitter_member (emitter, "id", agent->id);
  mis_writer_emit_name (emitter, agent->id, agent->name);
  if (agent->kind != MIS_KIND_HUMAN)
    mis_json_emitter_member (emitter, "kind", mis_kinds[agent->kind].nick);
  mis_json_emitter_member_unless_empty (emitter, "principal", agent->principal);
  if (agent->count != 1)
    mis_json_emitter_member_whole (emitter, "count", agent->count);
  mis_json_emitter_member_unless_empty (emitter, "note", agent->note);
}

void
mis_writer_emit_position (MisJsonEmitter *emitter,
                          const char *goal_id,
                          double weight,
                          double low,
                          double high,
                          const MisNote *note)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_key (emitter, "goal");
  mis_writer_emit_goal (emitter, goal_id);
  if (weight != 1.0)
    mis_json_emitter_member_number (emitter, "weight", weight);
  mis_writer_emit_range (emitter, weight, low, high);
  mis_writer_emit_note (emitter, note);
  mis_json_emitter_end (emitter);
}

void
mis_writer_emit_scoring (MisJsonEmitter *emitter, const MisScoring *scoring, guint mask)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((mask & (1u << i)) != 0)
      mis_json_emitter_member (emitter, mis_options[i].name,
                               mis_options[i].choices[mis_scoring_get (scoring, i)].nick);
  mis_json_emitter_end (emitter);
}

static const char *
goal_id (const MisArea *area, int goal)
{
  return goal == MIS_NO_GOAL ? NULL : mis_area_get_goal (area, (guint) goal)->id;
}

static void
emit_goals (MisJsonEmitter *emitter, const MisArea *area)
{
  mis_json_emitter_key (emitter, "goals");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    {
      const MisGoal *goal = mis_area_get_goal (area, i);

      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "id", goal->id);
      mis_writer_emit_name (emitter, goal->id, goal->name);
      mis_json_emitter_member_unless_empty (emitter, "description", goal->description);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_pair (MisJsonEmitter *emitter, const MisArea *area, const MisConflict *conflict)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_key (emitter, "goals");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
  mis_writer_emit_goal (emitter, goal_id (area, conflict->g));
  mis_writer_emit_goal (emitter, goal_id (area, conflict->h));
  mis_json_emitter_end (emitter);
  mis_json_emitter_member_number (emitter, "value", conflict->value);
  mis_writer_emit_range (emitter, conflict->value, conflict->low, conflict->high);
  mis_writer_emit_note (emitter, conflict->note);
  mis_json_emitter_end (emitter);
}

/* The area lists exactly the pairs that say more than the default, in order. */
static void
emit_conflict (MisJsonEmitter *emitter, const MisArea *area)
{
  double value = mis_area_get_default_conflict (area);
  guint n;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  if (value == 0.0 && n == 0)
    return;
  mis_json_emitter_key (emitter, "conflict");
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  if (value != 0.0)
    mis_json_emitter_member_number (emitter, "default", value);
  if (n > 0)
    {
      mis_json_emitter_key (emitter, "pairs");
      mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
      for (guint i = 0; i < n; i++)
        emit_pair (emitter, area, &conflicts[i]);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_areas (MisJsonEmitter *emitter, const MisWorld *world)
{
  mis_json_emitter_key (emitter, "areas");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);

      mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
      mis_json_emitter_member (emitter, "id", mis_area_get_id (area));
      mis_writer_emit_name (emitter, mis_area_get_id (area), mis_area_get_name (area));
      mis_json_emitter_member_unless_empty (emitter, "description",
                                            mis_area_get_description (area));
      emit_goals (emitter, area);
      emit_conflict (emitter, area);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_positions (MisJsonEmitter *emitter, MisRowReader *rows, guint agent)
{
  guint n;
  const MisKnownPosition *known = mis_row_reader_read (rows, agent, &n);

  if (n == 0)
    return;
  mis_json_emitter_key (emitter, "positions");
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  for (guint i = 0; i < n; i++)
    {
      const MisArea *area = mis_world_get_area (rows->world, known[i].area);
      const MisPosition *position = &known[i].position;

      mis_json_emitter_key (emitter, mis_area_get_id (area));
      mis_writer_emit_position (emitter, goal_id (area, position->goal), position->weight,
                                position->low, position->high, position->note);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_agents (MisJsonEmitter *emitter, const MisWorld *world)
{
  MisRowReader rows;

  mis_row_reader_init (&rows, world);
  mis_json_emitter_key (emitter, "agents");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
      mis_writer_emit_agent (emitter, mis_world_get_agent (world, i));
      emit_positions (emitter, &rows, i);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
  mis_row_reader_clear (&rows);
}

static void
emit_scenarios (MisJsonEmitter *emitter, const MisWorld *world)
{
  if (mis_world_get_n_scenarios (world) == 0)
    return;
  mis_json_emitter_key (emitter, "scenarios");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    mis_writer_emit_scenario (emitter, mis_world_get_scenario (world, i));
  mis_json_emitter_end (emitter);
}

static void
emit_experiments (MisJsonEmitter *emitter, const MisWorld *world)
{
  if (mis_world_get_n_experiments (world) == 0)
    return;
  mis_json_emitter_key (emitter, "experiments");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    mis_writer_emit_experiment (emitter, mis_world_get_experiment (world, i));
  mis_json_emitter_end (emitter);
}

GBytes *
mis_project_write (const MisWorld *world)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (&emitter, "format", MIS_PROJECT_FORMAT);
  mis_json_emitter_member_whole (&emitter, "version", MIS_PROJECT_VERSION);
  mis_json_emitter_member_unless_empty (&emitter, "title", mis_world_get_title (world));
  mis_json_emitter_member_unless_empty (&emitter, "description", mis_world_get_description (world));
  mis_json_emitter_key (&emitter, "scoring");
  mis_writer_emit_scoring (&emitter, mis_world_get_scoring (world), (1u << MIS_N_OPTIONS) - 1);
  emit_areas (&emitter, world);
  emit_agents (&emitter, world);
  emit_scenarios (&emitter, world);
  emit_experiments (&emitter, world);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}
