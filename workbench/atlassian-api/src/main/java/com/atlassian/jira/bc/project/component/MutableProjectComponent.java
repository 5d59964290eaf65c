package com.atlassian.jira.bc.project.component;

/** A copy of a component, to be changed and given back. */
public class MutableProjectComponent implements ProjectComponent {

    private final Long id;
    private final String name;
    private String lead;

    private MutableProjectComponent(Long id, String name, String lead) {
        this.id = id;
        this.name = name;
        this.lead = lead;
    }

    public static MutableProjectComponent copy(ProjectComponent component) {
        return new MutableProjectComponent(component.getId(), component.getName(), component.getLead());
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getLead() {
        return lead;
    }

    public void setLead(String userKey) {
        lead = userKey;
    }
}
