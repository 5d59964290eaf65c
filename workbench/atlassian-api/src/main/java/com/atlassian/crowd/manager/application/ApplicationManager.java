package com.atlassian.crowd.manager.application;

import com.atlassian.crowd.model.application.Application;
import java.util.List;

/** The applications that ask Crowd who people are. */
public interface ApplicationManager {
    List<Application> findAll();
}
